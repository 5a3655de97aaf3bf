/** What the desk does with contracts and with who their parties are. */
export {
  concludeContract,
  contractNumber,
  endContract,
  listContracts,
  myContracts,
  type ShownContracts,
  showContracts,
} from './contracts.ts';
export { answerCheck, compareIdentity } from './identity-checks.ts';
