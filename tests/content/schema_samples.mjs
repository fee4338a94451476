// Makes content out of a JSON Schema: enough values that every key the schema knows stands in one of
// them. What the editor tests hover over and complete.

import assert from 'node:assert/strict';

// Strings of every shape that a pattern of our schemas asks for.
const strings = ['topic.name', 'name', 'en-GB', '0.1.0', 'https://example.org', '2026-11-22', '09:00',
  'mon-fri', '116 123', 'WM101', 'help.cost 12 none -30'];

// Objects whose keys are an author's own names.
export const named = Symbol('keys are names');

/** The schema that a reference leads to, or the schema itself. */
export function resolved(root, schema) {
  return schema.$ref ? root.definitions[schema.$ref.replace('#/definitions/', '')] : schema;
}

function stringFor(schema) {
  const found = strings.find((text) => new RegExp(schema.pattern ?? '').test(text));
  assert.ok(found !== undefined, `no sample fits ${schema.pattern}; add one`);
  return found;
}

function nameFor(schema) {
  return schema.propertyNames?.enum?.[0] ?? stringFor(schema.propertyNames ?? {pattern: '^[a-z]+$'});
}

// One value a property of the object (or one value), each with all that the schema requires.
function objectsFor(root, schema, depth) {
  const required = {};
  for (const key of schema.required ?? []) {
    if (!schema.properties?.[key]) continue;
    [required[key]] = samplesOf(root, schema.properties[key], depth + 1);
  }
  const objects = [];
  for (const [key, inner] of Object.entries(schema.properties ?? {})) {
    for (const value of samplesOf(root, inner, depth + 1)) objects.push({...required, [key]: value});
  }
  if (typeof schema.additionalProperties === 'object') {
    for (const value of samplesOf(root, schema.additionalProperties, depth + 1)) {
      objects.push({[nameFor(schema)]: value, [named]: true});
    }
  }
  return objects.length > 0 ? objects : [{}];
}

/** Values that together have every key of the schema. Conditions hold conditions: to a depth. */
export function samplesOf(root, reference, depth = 0) {
  const schema = resolved(root, reference);
  if (depth > 10) return [null];
  if (schema.const !== undefined) return [schema.const];
  if (schema.enum) return [schema.enum[0]];
  const alternatives = schema.oneOf ?? (schema.type ? undefined : schema.anyOf);
  if (alternatives) return alternatives.flatMap((each) => samplesOf(root, each, depth + 1));
  switch ([schema.type].flat()[0]) {
    case 'object': return objectsFor(root, schema, depth);
    case 'array': return samplesOf(root, schema.items, depth + 1).map((item) => [item]);
    case 'string': return [stringFor(schema)];
    case 'integer':
    case 'number': return [schema.minimum ?? 1];
    case 'boolean': return [true];
    case 'null': return [null];
    default: throw new Error(`no sample of ${JSON.stringify(schema).slice(0, 80)}: it allows anything`);
  }
}
