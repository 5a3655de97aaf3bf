import { civilDateAt } from '../../base/index.ts';
import { certificateOf, isPrimaryAbroad } from '../../incidents/index.ts';
import { isLate } from '../incidents.ts';
import { threatsOf } from '../measures.ts';
import { counted, type Probe } from './probe.ts';

const looked = 1000;

/** Each of the six threats has a measure whose last test is fresh and held. */
export const measuresTested: Probe = async ({ tx, world, service, sample }) => {
  const unopened = sample.subjects.filter(({ opens }) => !opens).length;
  const seen = { at: world.now(), logOk: sample.log.ok, unopened };
  const threats = await threatsOf(tx, world, { service, seen });
  const bad = threats.filter(
    ({ held, controls }) => !held && controls.some(({ state }) => state !== 'never'),
  );
  if (bad.length > 0) return { state: 'broken', n: bad.length };
  const untested = threats.filter(({ held }) => !held).length;
  return untested > 0 ? { state: 'unexercised', n: untested } : { state: 'kept', n: threats.length };
};

/** Every place of storage has a certificate in force, and the base itself lies at home. */
export const storageCertified: Probe = async ({ tx, world, service }) => {
  const today = civilDateAt(world.now(), world.law.zone);
  const nodes = (await tx.registers.nodes(service.id)).filter(({ closed }) => !closed);
  const bad = nodes.filter((node) => {
    const certificate = certificateOf(node, today);
    return certificate === 'none' || certificate === 'expired' || isPrimaryAbroad(node, world.law);
  });
  const homeless = nodes.length > 0 && !nodes.some(({ kind }) => kind === 'primary') ? 1 : 0;
  return counted(nodes.length, bad.length + homeless);
};

/** The authorised body was told of every incident in time. */
export const breachNotified: Probe = async ({ tx, world, service }) => {
  const rows = await tx.incidents.list(service.id, { limit: looked });
  return counted(
    rows.filter(({ state }) => state !== 'explained').length,
    rows.filter((row) => isLate(world, row)).length,
  );
};
