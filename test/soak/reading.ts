/** What the soak needs of svalka to look at a journal. */
export { practisedFrom } from '../../src/journal/practised-from.ts';
export { readJournal } from '../../src/journal/read-journal.ts';
