/** What is wrong with a conversation: steps, ways through them, temperatures, threats, choices. */
import { after, all, asLine, before, type Mutation, value, without } from './mutation.ts';

/** No answer at a step is right any more. */
const onlyWrong = (step: string, ...right: readonly string[]) =>
  all(
    ...right.map((id) =>
      asLine(`${step} > ${id} > moves`, (line) => line.replace('moves:', 'faults: [escalate] #')),
    ),
  );

export const FLOW: readonly Mutation[] = [
  {
    what: 'a step that is passed over',
    file: 'heart.yaml',
    change: after('empathize > source', 'next: respond'),
    line: 'apologize',
    rule: 'unreachable-step',
  },
  {
    what: 'an end put in before the thanks',
    file: 'help.yaml',
    change: after('lead > source', 'next: end'),
    line: 'act',
    rule: 'unreachable-step',
  },
  {
    what: 'a ring with next',
    file: 'heart.yaml',
    change: after('thank > source', 'next: hear'),
    line: 'thank > next',
    rule: 'endless-cycle',
  },
  {
    what: 'a ring of two steps in the middle',
    file: 'demanding.yaml',
    change: after('propose > source', 'next: understand'),
    line: 'propose > next',
    rule: 'endless-cycle',
    also: ['unreachable-step'],
  },
  {
    what: 'a step that leads to itself',
    file: 'heart.yaml',
    change: after('thank > source', 'next: thank'),
    line: 'thank > next',
    rule: 'dead-end',
  },
  {
    what: 'the solution first of all',
    file: 'heart.yaml',
    change: before('respond', 'hear'),
    line: 'respond > moves',
    rule: 'solution-before-acknowledgement',
  },
  {
    what: 'the apology before the empathy',
    file: 'help.yaml',
    change: before('apologize', 'empathize'),
    line: 'apologize > moves',
    rule: 'apology-before-empathy',
  },
  {
    what: 'the apology before the empathy, by next',
    file: 'heart.yaml',
    change: all(
      after('hear > source', 'next: apologize'),
      after('empathize > source', 'next: respond'),
      after('apologize > source', 'next: empathize'),
    ),
    line: 'apologize > moves',
    rule: 'apology-before-empathy',
  },
  {
    what: 'the thanks before the answer',
    file: 'heart.yaml',
    change: before('thank', 'respond'),
    line: 'thank > moves',
    rule: 'thanks-before-answer',
  },
  {
    what: 'an answer that may be left out',
    file: 'heart.yaml',
    change: after('respond > source', 'required: false'),
    line: 'respond > required',
    rule: 'calm-without-required',
  },
  {
    what: 'nobody needs to be heard',
    file: 'help.yaml',
    change: all(after('hear > source', 'required: false'), after('empathize > source', 'required: false')),
    line: 'hear > required',
    rule: 'calm-without-required',
  },
  {
    what: 'a physical threat that returns to the conversation',
    file: 'threats/physical.yaml',
    change: ['stop: true', 'stop: false'],
    rule: 'danger-not-safe',
    also: ['threat-never-comes'],
  },
  {
    what: 'a wish to die that returns to the conversation',
    file: 'threats/self-harm.yaml',
    change: ['stop: true', 'stop: false'],
    rule: 'danger-not-safe',
  },
  {
    what: 'an ordinary threat that stops',
    file: 'threats/manager.yaml',
    change: ['stop: false', 'stop: true'],
    rule: 'threat-does-not-return',
  },
  {
    what: 'a threat that waits for more heat than there is',
    file: 'scenarios/late-parcel.yaml',
    change: value('threat > from', '10'),
    rule: 'threat-never-comes',
  },
  {
    what: 'a scenario that begins lost',
    file: 'scenarios/late-parcel.yaml',
    change: ['temperature: 6', 'temperature: 10'],
    rule: 'temperature-out-of-bounds',
  },
  {
    what: 'a scenario that begins calm',
    file: 'scenarios/wrong-size-refund.yaml',
    change: ['temperature: 5', 'temperature: 3'],
    rule: 'temperature-out-of-bounds',
  },
  {
    what: 'a scale that is calm where it is lost',
    file: 'temperature.yaml',
    change: value('lost-at', '3'),
    line: 'calm-at',
    rule: 'temperature-out-of-bounds',
  },
  {
    what: 'a move that cools nothing',
    file: 'temperature.yaml',
    change: value('apologize > cools', '0'),
    rule: 'temperature-out-of-bounds',
  },
  {
    what: 'a fault that heats nothing',
    file: 'temperature.yaml',
    change: value('conditional-apology > heats', '0'),
    rule: 'temperature-out-of-bounds',
  },
  {
    what: 'weights with which nobody can win',
    file: 'temperature.yaml',
    change: all(value('calm-at', '0'), value('respond > cools', '1'), value('empathize > cools', '1')),
    in: 'scenarios/late-parcel.yaml',
    line: 'temperature',
    rule: 'cannot-be-won',
    also: ['best-play-not-calm'],
  },
  {
    what: 'a weight with which right answers are not enough',
    file: 'temperature.yaml',
    change: value('calm-at', '0'),
    in: 'scenarios/building-permit.yaml',
    line: 'temperature',
    rule: 'best-play-not-calm',
  },
  {
    what: 'weights with which nobody can lose',
    file: 'temperature.yaml',
    change: (text) =>
      text
        .replace('patience: 2', 'patience: 1')
        .replace('answer-heats-at-most: 2', 'answer-heats-at-most: 1')
        .replace(/(?<=\nfaults:)[\s\S]*/, (faults) => faults.replace(/heats: \d/g, 'heats: 1'))
        .replace(/(?<=\nturns:)[\s\S]*/, (turns) => turns.replace(/heats: \d/g, 'heats: 0')),
    in: 'scenarios/wrong-size-refund.yaml',
    line: 'temperature',
    rule: 'cannot-be-lost',
    also: ['threat-never-comes'],
  },
  {
    what: 'a scenario too hot for right answers',
    file: 'scenarios/wrong-size-refund.yaml',
    change: ['temperature: 5', 'temperature: 9'],
    rule: 'best-play-not-calm',
  },
  {
    what: 'the right choices taken away',
    file: 'scenarios/late-parcel.yaml',
    change: all(without('thank > thanks-held-on'), without('thank > thanks-chance')),
    line: 'steps > thank > choices',
    rule: 'no-right-choice',
    also: ['unknown-target'],
  },
  {
    what: 'the right choices called wrong',
    file: 'scenarios/late-parcel.yaml',
    change: onlyWrong('respond', 'courier-tonight', 'which-one'),
    line: 'steps > respond > choices',
    rule: 'no-right-choice',
    also: ['choice-without-fault'],
  },
  {
    what: 'the right choices of a threat called wrong',
    file: 'threats/manager.yaml',
    change: onlyWrong('acknowledge > choices', 'not-pleased', 'recap'),
    line: 'acknowledge > choices',
    rule: 'no-right-choice',
    also: ['choice-without-fault'],
  },
  {
    what: 'moves that no choice of any scenario makes',
    file: 'heart.yaml',
    change: value('thank > moves', '[boundary]'),
    in: 'scenarios/late-parcel.yaml',
    line: 'steps > thank > choices',
    rule: 'no-right-choice',
    also: ['phrase-misses-move'],
  },
];
