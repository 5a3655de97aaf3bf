/** Minors and who acts for them: what the pages and the clock ask of it. */

export { guardianRelations, type ProofGround, proofGrounds } from '../consent/index.ts';
export {
  decideGuardian,
  type GuardianAct,
  guardianActs,
  guardiansPromised,
  listGuardians,
  openGuardian,
  representedIn,
} from './guardian-check.ts';
export { claimGuardian, type InRoom, refuseForMinor } from './guardian-claim.ts';
export { endLapsed, endStrayGuardians } from './guardian-end.ts';
export { giveForMinor } from './guardian-give.ts';
export { sendGuardianLink } from './guardian-link.ts';
export { mayOffer, offerGuardian } from './guardian-offer.ts';
export {
  destroyForMinor,
  exportForMinor,
  type ShownRoom,
  showRoom,
  withdrawForMinor,
} from './guardian-room.ts';
