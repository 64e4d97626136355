/** `svalka draft`: the cool-off for a written answer. Its parts are one bundle. */
import type { ExitCode } from '../errors.ts';
import type { Io } from '../io.ts';
import { draftEdit, type EditFlags } from './draft-edit.ts';
import { draftNew, type NewFlags } from './draft-new.ts';
import { draftReady, type ReadyFlags } from './draft-ready.ts';
import { type DiscardFlags, draftDiscard, draftList, draftShow, type ListFlags } from './draft-shelf.ts';

/** What is to be done, and with which draft. */
export type DraftAct =
  | { readonly act: 'new'; readonly flags: NewFlags }
  | { readonly act: 'list'; readonly flags: ListFlags }
  | { readonly act: 'show'; readonly id: string; readonly flags: ListFlags }
  | { readonly act: 'edit'; readonly id: string; readonly flags: EditFlags }
  | { readonly act: 'ready'; readonly id: string; readonly flags: ReadyFlags }
  | { readonly act: 'discard'; readonly id: string; readonly flags: DiscardFlags };

export async function draft(io: Io, asked: DraftAct): Promise<ExitCode> {
  switch (asked.act) {
    case 'new':
      return draftNew(io, asked.flags);
    case 'list':
      return draftList(io, asked.flags);
    case 'show':
      return draftShow(io, asked.id, asked.flags);
    case 'edit':
      return draftEdit(io, asked.id, asked.flags);
    case 'ready':
      return draftReady(io, asked.id, asked.flags);
    case 'discard':
      return draftDiscard(io, asked.id, asked.flags);
  }
}
