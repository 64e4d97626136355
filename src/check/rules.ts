/** The rules, each in a file of its own with its page beside it. */

import type { Rule } from './rule.ts';
import { apologyBeforeEmpathy } from './rules/apology-before-empathy.ts';
import { bestPlayNotCalm } from './rules/best-play-not-calm.ts';
import { calmWithoutRequired } from './rules/calm-without-required.ts';
import { cannotBeLost } from './rules/cannot-be-lost.ts';
import { cannotBeWon } from './rules/cannot-be-won.ts';
import { choiceWithOtherFault } from './rules/choice-with-other-fault.ts';
import { choiceWithoutFault } from './rules/choice-without-fault.ts';
import { dangerNotSafe } from './rules/danger-not-safe.ts';
import { deadEnd } from './rules/dead-end.ts';
import { emergencyNumberForeign } from './rules/emergency-number-foreign.ts';
import { emergencyNumberMissing } from './rules/emergency-number-missing.ts';
import { emergencyNumberStale } from './rules/emergency-number-stale.ts';
import { endlessCycle } from './rules/endless-cycle.ts';
import { exampleMisjudged } from './rules/example-misjudged.ts';
import { fewerPhrases } from './rules/fewer-phrases.ts';
import { hardPromise } from './rules/hard-promise.ts';
import { heardNotFound } from './rules/heard-not-found.ts';
import { mailAddress } from './rules/mail-address.ts';
import { missingPhrases } from './rules/missing-phrases.ts';
import { missingTranslation } from './rules/missing-translation.ts';
import { nearDuplicate } from './rules/near-duplicate.ts';
import { noRightChoice } from './rules/no-right-choice.ts';
import { personalNumber } from './rules/personal-number.ts';
import { phraseMissesMove } from './rules/phrase-misses-move.ts';
import { phraseWithFault } from './rules/phrase-with-fault.ts';
import { signalNeverMatches } from './rules/signal-never-matches.ts';
import { slotInOneLanguage } from './rules/slot-in-one-language.ts';
import { solutionBeforeAcknowledgement } from './rules/solution-before-acknowledgement.ts';
import { sourceUnused } from './rules/source-unused.ts';
import { staleTranslation } from './rules/stale-translation.ts';
import { suppressionWithoutReason } from './rules/suppression-without-reason.ts';
import { telephoneNumber } from './rules/telephone-number.ts';
import { temperatureOutOfBounds } from './rules/temperature-out-of-bounds.ts';
import { thanksBeforeAnswer } from './rules/thanks-before-answer.ts';
import { threatDoesNotReturn } from './rules/threat-does-not-return.ts';
import { threatNeverComes } from './rules/threat-never-comes.ts';
import { tooLongToSay } from './rules/too-long-to-say.ts';
import { unchangedCopy } from './rules/unchanged-copy.ts';
import { unnormalisedText } from './rules/unnormalised-text.ts';
import { unquotedBoolean } from './rules/unquoted-boolean.ts';
import { unreachableStep } from './rules/unreachable-step.ts';
import { unusedSlot } from './rules/unused-slot.ts';
import { unusedSuppression } from './rules/unused-suppression.ts';
import { webAddress } from './rules/web-address.ts';
import { wrongLanguage } from './rules/wrong-language.ts';
import { wrongQuotationMarks } from './rules/wrong-quotation-marks.ts';

export const RULES: readonly Rule[] = [
  // The flow, on the machine.
  unreachableStep,
  deadEnd,
  endlessCycle,
  threatNeverComes,
  solutionBeforeAcknowledgement,
  apologyBeforeEmpathy,
  thanksBeforeAnswer,
  threatDoesNotReturn,
  dangerNotSafe,
  temperatureOutOfBounds,
  noRightChoice,
  bestPlayNotCalm,
  calmWithoutRequired,
  cannotBeWon,
  cannotBeLost,
  // Sources, safety, and the lines that models learn from.
  sourceUnused,
  emergencyNumberMissing,
  emergencyNumberForeign,
  emergencyNumberStale,
  heardNotFound,
  exampleMisjudged,
  signalNeverMatches,
  // How a phrase or a choice sounds.
  phraseWithFault,
  phraseMissesMove,
  choiceWithoutFault,
  choiceWithOtherFault,
  tooLongToSay,
  hardPromise,
  // What should not be said, or is said twice.
  nearDuplicate,
  slotInOneLanguage,
  unusedSlot,
  telephoneNumber,
  mailAddress,
  personalNumber,
  webAddress,
  // The two languages.
  fewerPhrases,
  missingPhrases,
  missingTranslation,
  wrongLanguage,
  unchangedCopy,
  staleTranslation,
  unquotedBoolean,
  unnormalisedText,
  wrongQuotationMarks,
  // The suppressions, after all others.
  unusedSuppression,
  suppressionWithoutReason,
];
