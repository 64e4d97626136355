/** Shipped files written in another way, in which there is nothing to find. */
import { after, all, asLine, before, type Change } from './mutation.ts';

export const HARMLESS: readonly { readonly what: string; readonly file: string; readonly change: Change }[] =
  [
    {
      what: 'lines that end as on Windows',
      file: 'heart.yaml',
      change: (text) => text.replaceAll('\n', '\r\n'),
    },
    {
      what: 'a byte order mark',
      file: 'heart.yaml',
      change: (text) => `\ufeff${text}`,
    },
    {
      what: 'no end to the last line',
      file: 'heart.yaml',
      change: (text) => text.trimEnd(),
    },
    {
      what: 'comments everywhere',
      file: 'scenarios/late-parcel.yaml',
      change: (text) => text.replace(/^( *[a-z-]+:)$/gm, '# Ring 070-123 45 67: "nej".\n$1 # no'),
    },
    {
      what: 'single quotation marks round a text',
      file: 'heart.yaml',
      change: asLine('thank > phone > straight-out', (line) => line.replace(/"/g, "'")),
    },
    {
      what: 'no quotation marks round a text that needs none',
      file: 'heart.yaml',
      change: asLine('thank > phone > straight-out', (line) => line.replace(/"/g, '')),
    },
    {
      what: 'quotation marks round a name',
      file: 'heart.yaml',
      change: asLine('thank > phone > straight-out', (line) =>
        line.replace('straight-out', '"straight-out"'),
      ),
    },
    {
      what: 'a text over two lines',
      file: 'heart.yaml',
      change: asLine('thank > why > sv', (line) =>
        line.replace(/sv: "(.*?\.) (.*)"/, 'sv: >-\n        $1\n        $2'),
      ),
    },
    {
      what: 'letters by their numbers',
      file: 'heart.yaml',
      change: asLine('respond > aim > sv', (line) => line.replace('ä', '\\u00e4')),
    },
    {
      what: 'nb before sv',
      file: 'heart.yaml',
      change: before('thank > aim > nb', 'thank > aim > sv'),
    },
    {
      what: 'the names of a step in another order',
      file: 'heart.yaml',
      change: before('thank > phrases', 'thank > name'),
    },
    {
      what: 'one more phrase in both languages',
      file: 'heart.yaml',
      change: all(
        after(
          'thank > phrases > sv > chat > bore-with-me',
          'glad-you-wrote: "Vad bra att du skrev till oss om det, tack."',
        ),
        after(
          'thank > phrases > nb > chat > took-the-time',
          'glad-you-wrote: "Så bra at du skrev til oss om det, takk."',
        ),
      ),
    },
    {
      what: 'one more bad choice',
      file: 'scenarios/late-parcel.yaml',
      change: after(
        'thank > choices > not-so-bad',
        'rules-are-rules:',
        '  faults: [policy]',
        '  sv: "Regler är regler, och så står det i våra villkor."',
        '  nb: "Regler er regler, og sånn står det i vilkårene våre."',
      ),
    },
    {
      what: 'one moves list over several lines',
      file: 'heart.yaml',
      change: asLine('hear > moves', () => '    moves:\n      - hear\n      - restate'),
    },
    {
      what: 'a next that says what would come anyway',
      file: 'heart.yaml',
      change: after('hear > source', 'next: empathize'),
    },
    {
      what: 'required: true',
      file: 'heart.yaml',
      change: after('hear > source', 'required: true'),
    },
  ];
