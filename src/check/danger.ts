/** What puts a life in danger, and so stops the script. */
import type { ThreatKind } from '../playbook/types.ts';

export const isDanger = (kind: ThreatKind): boolean => kind === 'physical' || kind === 'self-harm';
