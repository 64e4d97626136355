/**
 * Whether what a conversation is played on is all there. What points nowhere is the reader's
 * finding, and is played only once it is mended: a mistyped `next` would look like an end, and
 * every step behind it like one that nobody comes to.
 */
import type { Course } from '../flow/course.ts';
import type { Playbook, Scenario } from '../playbook/schema.ts';

export function isWhole({ playbook, scenario, threats }: Course): boolean {
  if (!leadsOn(playbook)) return false;
  if (scenario === null) return true;
  const { threat } = scenario;
  const isThere = !threat || (Object.hasOwn(playbook.steps, threat.step) && threats.has(threat.kind));
  return isThere && hasEachStep(scenario, playbook);
}

const leadsOn = ({ steps }: Playbook): boolean =>
  Object.values(steps).every(
    ({ next }) => next === undefined || next === 'end' || Object.hasOwn(steps, next),
  );

const hasEachStep = (scenario: Scenario, { steps }: Playbook): boolean =>
  Object.keys(steps).every((id) => Object.hasOwn(scenario.steps, id));
