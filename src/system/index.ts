/** Use cases, one file each: the only room where nouns meet and effects happen. */

export { documentKinds as agreementDocuments } from '../agreements/index.ts';
export { readingLimits, storageKinds, type Threat, testedByStaff, threats } from '../incidents/index.ts';
export { differenceText } from '../notice/index.ts';
export {
  groundsFor,
  isRightKey,
  type PauseReason,
  pauseReasons,
  type RefusalGround,
  readRequestNumber,
  refusalGrounds,
  requestNumber,
} from '../rights/index.ts';
export type {
  AgreementRecord,
  ApiKeyRecord,
  CampaignRecord,
  ChangeCounts,
  ConsentRow,
  ContractRecord,
  DisclosureRecord,
  IntakeChannel,
  PaperRecord,
  PolicyChangeRecord,
  PolicyHeadRecord,
  PolicyVersionRecord,
  RecipientRecord,
  RepresentationRecord,
  RequestRecord,
  ServiceRecord,
  SessionRecord,
} from '../store/index.ts';
export { acceptAgreement, agreementsWaiting, type MyAgreements, showMyAgreements } from './acceptances.ts';
export {
  type AgreementForm,
  approveAgreement,
  endAgreement,
  hasAgreements,
  listAgreements,
  proposeAgreement,
  publishedAgreements,
  readAgreement,
  type ShownAgreement,
  showAgreement,
  textIn,
} from './agreements.ts';
export {
  decideAlert,
  type IncidentProblem,
  liftStop,
  mayDecideAlert,
  stopOfStaff,
  whoLifts,
} from './alerts.ts';
export { type Answering, answerRequest, destroys, mayRefuse } from './answer.ts';
export {
  answerChange,
  type ChangeAnswer,
  type ShownChange,
  showMyChange,
  unseenChange,
} from './answer-change.ts';
export {
  proposeRelease,
  refuseLetter,
  releaseLetter,
  returnProposal,
} from './answer-letter.ts';
export * from './api-keys.ts';
export * from './approve.ts';
export { Refused } from './ask.ts';
export { attachFile } from './attach-file.ts';
export {
  type Attempt,
  attempting,
  countAttempt,
  forgiveAttempt,
  TooSoon,
  type Tried,
} from './attempts.ts';
export type { AppOffer } from './authenticator-app.ts';
export {
  enterLetter,
  letterDay,
  listLetters,
  mayDecide,
  mayEnter,
  openLetter,
  refusalRules,
  type ShownLetter,
} from './authority.ts';
export type { LetterForm } from './authority-form.ts';
export {
  type BlockProblem,
  blockData,
  blockOf,
  type LiftReason,
  liftReasons,
  mayBlock,
  unblockData,
} from './block.ts';
export { BoardKeeper } from './boards.ts';
export { listBroken, lookAgain, watched } from './broken-seals.ts';
export * from './cabinet.ts';
export * from './campaigns.ts';
export { checkFiles } from './check-files.ts';
export { type ChildClaim, type Claim, type Claimed, takeChildClaim, takeClaim } from './claim-form.ts';
export { type Clerk, everyRole } from './clerk.ts';
export { type Confirmed, confirmRegistration } from './confirm-registration.ts';
export { changeConsentForms, showConsentForms } from './consent-forms.ts';
export type { ConsentEvidence } from './consents.ts';
export { evidenceOf } from './consents.ts';
export * from './contract-desk.ts';
export * from './correct.ts';
export { mayChange } from './decide-change.ts';
export { confirmPaper, refusePaper } from './decide-paper.ts';
export {
  askDeletion,
  carryOutDeletions,
  deletionOf,
  listDeletions,
  undoDeletion,
  type WaitingDeletion,
} from './delete-account.ts';
export { abandonTaken, collectReports, deliverDue } from './deliver.ts';
export { type Demanded, demandChange, mostMegabytes } from './demand-change.ts';
export { actOf, destroyAccount, previewDestruction, sweepDestroyed, sweepExpired } from './destroy.ts';
export { categoryCount, destroyDue } from './destroy-due.ts';
export { type Waiting, waitingDraft } from './drafts.ts';
export type { DuePerson } from './due-people.ts';
export { endPapers } from './end-papers.ts';
export {
  type Accepted,
  enrolApp,
  enterWithFactor,
  type GivenFactor,
  offerEnrolment,
} from './enter.ts';
export { becauseText } from './entries.ts';
export * from './export-data.ts';
export { type Accent, accents, type Face, sayName } from './faces.ts';
export { adultsOnly, contactsOf, type Filled } from './form.ts';
export {
  confirmGiven,
  consentChoices,
  type GivenByCode,
  giveConsent,
  maskedPhone,
  waitingConsent,
} from './give-consent.ts';
export { GroupQueue } from './group-queue.ts';
export * from './guardians.ts';
export { type Handed, handOn } from './hand-on.ts';
export {
  type HoldForm,
  type HoldKind,
  holdKinds,
  liftHold,
  listHolds,
  longestBasis,
  putHold,
  type ShownHold,
} from './holds.ts';
export { isSecondPerson, mayHandle } from './incident-case.ts';
export { type IncidentForm, isTime, momentOf } from './incident-form.ts';
export { breachLanguages, listAffected, printBreach } from './incident-notice.ts';
export { releaseNames } from './incident-release.ts';
export { computeAffected } from './incident-scope.ts';
export { decideTelling, pauseTelling, tellAffected } from './incident-telling.ts';
export {
  amendIncident,
  closeIncident,
  incidentChoices,
  listIncidents,
  noteNotice,
  openIncident,
  registerIncident,
  type ShownIncident,
} from './incidents.ts';
export { type Invited, inviteAgain, inviteStaff, resetEntry, setUpAddress } from './invite.ts';
export { epochDays } from './key-epochs.ts';
export * from './language.ts';
export { letterFor, myLetter } from './letter.ts';
export * from './list-for-key.ts';
export * from './looks.ts';
export { paperAnew, printPaper } from './make-paper.ts';
export {
  endMandate,
  listMandates,
  proposeMandate,
  proposeMissing,
  type ShownMandates,
  signMandate,
} from './mandates.ts';
export { enterTest, type Seen, showMeasures } from './measures.ts';
export { nameSomebody } from './mention.ts';
export { endStrayMentions, myMentions, refuseMention, showMention, takeBackMention } from './mention-end.ts';
export { mentionWays } from './mention-form.ts';
export {
  consentToRecipient,
  type MyRecipient,
  showMyRecipients,
  stopTransfers,
} from './my-recipients.ts';
export { settleNotice } from './notify-disclosure.ts';
export {
  meetObligation,
  type ObligationProblem,
  obligationKinds,
  recordObligation,
  showObligations,
} from './obligations.ts';
export { type OpenedFile, openFileInMatter, openOwnFile } from './open-file.ts';
export { offeredAgreements, startLimited } from './open-limited.ts';
export {
  isForHand,
  listMessages,
  mayOpen,
  maySendAgain,
  openMessage,
  sendAgain,
} from './open-message.ts';
export * from './open-service.ts';
export {
  chooseMailing,
  linkedRefusal,
  type MailingChoice,
  type MailingWish,
  mailingChoices,
  optOutByLink,
  takeReply,
} from './opt-out.ts';
export { markOrder, orderActs, type ShownOrder } from './orders.ts';
export * from './own-entry.ts';
export { endOwnSessions, type OwnSession, ownSessions, type SessionHolder } from './own-sessions.ts';
export { paperNumber } from './papers.ts';
export { passwordSince, removePassword, setPassword, signInByPassword } from './password.ts';
export { longestPassword, shortestAlone } from './password-rules.ts';
export { printRefusal, refusalLanguages } from './print-refusal.ts';
export { breakersOf } from './probes/index.ts';
export {
  type AddressKind,
  type Proving,
  proveByCode,
  proveByPassword,
  sendProofCode,
  waysToProve,
} from './proof-anew.ts';
export * from './prove.ts';
export * from './prove-anew.ts';
export { announcedChange, changeReasons, noticeDays, type Publication, usualEffect } from './publish.ts';
export {
  dropFile,
  type FileLimits,
  type FileProblem,
  fileRecord,
  keepFile,
  type SentFile,
  type TakenFile,
  takeFile,
} from './put-file.ts';
export type { ReadAnswer } from './read-answer.ts';
export * from './read-choices.ts';
export * from './read-data.ts';
export {
  closeRecipient,
  listRecipients,
  recipientCard,
  recipientChoices,
  recipientNames,
  recipientState,
  saveRecipient,
} from './recipients.ts';
export * from './refused-access.ts';
export { remindOfRequests } from './remind.ts';
export { remindOfIncidents } from './remind-incidents.ts';
export {
  newestBackup,
  noteBackup,
  noteRestored,
  type Replayed,
  replayLater,
} from './replay.ts';
export {
  cellsOf,
  checkImport,
  type FaultyRow,
  type ImportRow,
  importColumns,
  importRequests,
  rowsAtMost,
} from './request-import.ts';
export { type RequestFile, type RequestWords, wordsOf } from './request-words.ts';
export {
  countRequests,
  fileRequest,
  listRequests,
  openRequest,
  requestsByNumber,
  requestsOf,
  rightKinds,
} from './requests.ts';
export { runCampaigns } from './run-campaigns.ts';
export { mostPaperMegabytes, sendPaper, takeBackPaper, takeInPaper } from './send-paper.ts';
export { checkStoredLog, logVerifierKey, proofOf, sequenceLog } from './sequence.ts';
export {
  type Ended,
  endSession,
  findSession,
  isFresh,
  languageOfSession,
  type SessionRole,
  sessionOf,
  sessionTerms,
  worldOfSession,
} from './sessions.ts';
export { handOnChoices, listDisclosures, type OwedNotice } from './show-disclosures.ts';
export { type DueDay, type DueTotal, listRuns, showDue } from './show-due.ts';
export { type ShownFinding, showFindings } from './show-findings.ts';
export * from './show-form.ts';
export * from './show-mine.ts';
export * from './show-papers.ts';
export * from './show-requests.ts';
export {
  clearMyVisits,
  countVisits,
  type DatedVisit,
  readVisits,
  showMyVisits,
} from './show-visits.ts';
export { confirmSignIn, startSignIn } from './sign-in.ts';
export * from './staff.ts';
export type { Grant } from './staff-member.ts';
export * from './staff-register.ts';
export {
  type Changed,
  changeRoles,
  endAccess,
  endSessionsOf,
  grantsMark,
  mayAdminister,
} from './staff-rights.ts';
export * from './staff-sign-in.ts';
export { type RegistrationForm, type Started, startRegistration } from './start-registration.ts';
export { stopsHanding } from './stop-handing.ts';
export {
  closeNode,
  listNodes,
  type NodeForm,
  refusePrimaryAbroad,
  remindOfCertificates,
  type ShownNode,
  saveNode,
} from './storage-nodes.ts';
export * from './survey.ts';
export { sweepVisits } from './sweep-visits.ts';
export { type Intake, intakeChannels, takeIn } from './take-in.ts';
export { entriesOf, takeUpLog } from './take-up-log.ts';
export { tellAgreements } from './tell-agreement.ts';
export { keepChanges } from './tell-change.ts';
export {
  dropTerm,
  listTerms,
  longestNote,
  type ShownTerm,
  setTerm,
  type TermForm,
  type TermReason,
  termReasons,
} from './terms.ts';
export {
  type EpochState,
  epochStates,
  type Turned,
  turnDueEpochs,
  turnEpoch,
} from './turn-epoch.ts';
export { kindOfAddress } from './typed.ts';
export * from './versions.ts';
export { VisitKeeper } from './visit-keeper.ts';
export { changeVisitTerm, type ServiceVisitTerm, visitTermFor } from './visit-terms.ts';
export {
  askPerson,
  endWaits,
  enterReply,
  type IdentityMethod,
  identityMethods,
  mayProve,
  proveClaimant,
  replyToRequest,
} from './wait-for-person.ts';
export { wholeRuns } from './whole-runs.ts';
export { ownConsent, previewWithdrawal, withdrawConsent } from './withdraw.ts';
export * from './world.ts';
