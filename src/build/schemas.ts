/** The JSON Schemas for editors, generated from the one schema in `src/playbook/schema.ts`. */
import { SCHEMAS } from '../playbook/schema.ts';
import { KINDS } from '../playbook/types.ts';

/** File name to text, for `playbooks/schema/`. */
export function jsonSchemas(): Record<string, string> {
  return Object.fromEntries(
    KINDS.map((kind) => {
      const schema = {
        $schema: 'http://json-schema.org/draft-07/schema#',
        title: `svalka ${kind}`,
        ...SCHEMAS[kind],
      };
      return [`${kind}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`];
    }),
  );
}
