import { expect, test } from 'vitest';
import { KEY, Terminal } from '../support/terminal.ts';

test('practice opens in a real terminal', async () => {
  const t = new Terminal(['practice', 'late-parcel', '--lang', 'sv', '--seed', '1']);
  try {
    await t.see('börja');
    t.type(KEY.enter);
    await t.see('Vad säger du?');
    t.type(KEY.ctrlC);
    expect(await t.exit()).toBe(130);
    expect(t.screen()).toContain('--resume');
  } finally {
    t.close();
  }
});
