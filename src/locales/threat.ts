/** What stands around the answer to a threat: apart, because the lookup loads no other text. */
import type { Lang } from '../playbook/types.ts';
import type { ThreatTexts } from './texts.ts';

export const threatTexts: Readonly<Record<Lang, ThreatTexts>> = {
  sv: {
    stop: 'Här släpper du allt annat. Säkerheten går först.',
    avoid: 'Undvik',
    after: 'Sedan',
    threatNone: 'Jag känner inte igen något hot här. Närmast ligger:',
    threatHold: 'Tills du vet, håll i samtalet så här:',
    threatAlso: 'Kunden säger också',
  },
  nb: {
    stop: 'Her gjelder bare én ting: sikkerheten.',
    avoid: 'Unngå',
    after: 'Etterpå',
    threatNone: 'Jeg kjenner ikke igjen noen trussel her. Nærmest er:',
    threatHold: 'Til du vet det, hold samtalen slik:',
    threatAlso: 'Kunden sier også',
  },
};
