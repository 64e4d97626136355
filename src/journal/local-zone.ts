/** The time zone of this machine, as the environment's `TZ` or the system sets it. */
import type { Zone } from './cool-off.ts';

export const localZone: Zone = (instant) => -new Date(instant).getTimezoneOffset();
