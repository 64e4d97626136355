/** What is said of saved sessions and of the journal, to whoever sits at the terminal. */
import type { JournalTexts, Tongue } from './texts.ts';

export const journalTexts: Readonly<Record<Tongue, JournalTexts>> = {
  sv: {
    setAside: (path) => `Ett sparat samtal gick inte att läsa. Filen finns kvar: ${path}`,
    newer: (path) => `Ett sparat samtal är från en nyare svalka och får vänta på den: ${path}`,
    contentGone: (id) =>
      `Det finns ett sparat samtal, ”${id}”, men texterna till det saknas. Kom de ur en egen mapp? Ta med --playbooks.`,
    contentChanged: (id) =>
      `Texterna i ”${id}” har ändrats så mycket sedan du sparade att det samtalet inte går att fortsätta.`,
    othersWait: (n) => (n === 1 ? 'Ett samtal till väntar på dig.' : `${n} samtal till väntar på dig.`),
    otherTerminal: 'Samtalet är öppet i ett annat fönster också. Här sparas det för sig.',
    cannotJournal: (path, reason) =>
      `Det gick inte att skriva i övningsloggen ${path} (${reason}). Du kan öva vidare, men det syns inte i svalka progress.`,
    cannotKeep: (folder, reason) =>
      `Det går inte att spara något i ${folder} (${reason}). Du kan öva klart nu, men inte fortsätta en annan gång, och det syns inte i svalka progress.`,
    damagedLines: (n, path) =>
      `${n === 1 ? 'En rad' : `${n} rader`} i övningsloggen gick inte att läsa och räknas inte med. ${n === 1 ? 'Den' : 'De'} finns kvar i ${path}.`,
    unread: (megabytes) =>
      `Övningsloggen är så lång att bara det senaste räknas. ${megabytes} MB äldre övning är inte med.`,
  },
  nb: {
    setAside: (path) => `En lagret samtale kunne ikke leses. Filen finnes fortsatt: ${path}`,
    newer: (path) => `En lagret samtale er fra en nyere svalka og får vente på den: ${path}`,
    contentGone: (id) =>
      `Du har en lagret samtale, «${id}», men tekstene til den er ikke her. Lå de i en egen mappe? Ta med --playbooks.`,
    contentChanged: (id) =>
      `Tekstene i «${id}» er endret så mye siden du lagret at den samtalen ikke kan fortsette.`,
    othersWait: (n) => (n === 1 ? 'Én samtale til venter på deg.' : `${n} samtaler til venter på deg.`),
    otherTerminal: 'Samtalen er åpen i et annet vindu også. Her lagres den for seg.',
    cannotJournal: (path, reason) =>
      `Kunne ikke skrive til øvingsloggen ${path} (${reason}). Du kan øve videre, men det vises ikke i svalka progress.`,
    cannotKeep: (folder, reason) =>
      `Ingenting kan lagres i ${folder} (${reason}). Du kan øve ferdig nå, men ikke ta det opp igjen senere, og det vises ikke i svalka progress.`,
    damagedLines: (n, path) =>
      `${n === 1 ? 'Én linje' : `${n} linjer`} i øvingsloggen kunne ikke leses og telles ikke med. ${n === 1 ? 'Den' : 'De'} ligger i ${path}.`,
    unread: (megabytes) =>
      `Øvingsloggen er så lang at bare det nyeste er med. ${megabytes} MB eldre øving er utelatt.`,
  },
  en: {
    setAside: (path) => `A saved session could not be read. The file is still there: ${path}`,
    newer: (path) => `A saved session comes from a newer svalka and waits for it: ${path}`,
    contentGone: (id) =>
      `There is a saved session of "${id}", but not the content that it was played on. If that is a folder of your own, name it with --playbooks.`,
    contentChanged: (id) =>
      `"${id}" has changed too much since its session was saved; that session cannot go on.`,
    othersWait: (n) =>
      n === 1 ? 'One more saved session is waiting.' : `${n} more saved sessions are waiting.`,
    otherTerminal: 'The session is open in another terminal too. Here it is saved apart.',
    cannotJournal: (path, reason) =>
      `The journal ${path} could not be written (${reason}). You can go on, but svalka progress will not show it.`,
    cannotKeep: (folder, reason) =>
      `Nothing can be saved in ${folder} (${reason}). You can go on, but not resume it later, and svalka progress will not show it.`,
    damagedLines: (n, path) =>
      `${n === 1 ? 'One line' : `${n} lines`} of the journal could not be read and ${n === 1 ? 'does' : 'do'} not count. ${n === 1 ? 'It is' : 'They are'} kept in ${path}.`,
    unread: (megabytes) =>
      `The journal is so long that only its newest part is read; ${megabytes} MB of older practice are left out.`,
  },
};
