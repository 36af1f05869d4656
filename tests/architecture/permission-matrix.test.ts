import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { systemActor, type Actor } from '#app/kernel/actor.ts';
import { roles, type Role } from '#app/kernel/roles.ts';
import { table } from './permission-table.ts';
import { asks } from './permissions.ts';
import { filesMatching, parsed } from './source-files.ts';

/** Exported functions of the slices whose first parameter is the actor, as `slice/name`. */
function commands(): string[] {
  const found: string[] = [];
  for (const file of filesMatching('app/domains/*/*.server.ts')) {
    for (const statement of parsed(file).statements) {
      if (!ts.isFunctionDeclaration(statement) || !statement.name) continue;
      const exported = statement.modifiers?.some(
        (modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword,
      );
      const first = statement.parameters[0]?.name;
      if (exported && first && ts.isIdentifier(first) && first.text === 'actor')
        found.push(`${file.split('/')[2]}/${statement.name.text}`);
    }
  }
  return found.sort();
}

const [head, ...lines] = table
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));
const columns = head![1]!.split(/\s+/);
const rows = lines.map(([command, cells]) => ({ command: command!, may: cells!.split(/\s+/) }));

function actorOf(column: string): Actor | null {
  if (column === 'nobody') return null;
  const role = column as Role;
  return {
    ...systemActor,
    kind: 'person',
    personId: '01900000-0000-7000-8000-00000000abcd',
    name: column,
    email: `${column}@prueba.convite`,
    grants: role === 'ciudadania' ? [] : [{ role, scopeKind: null, scopeId: null }],
  };
}

describe('permissions', () => {
  it('have a column for nobody and for each role', () => {
    expect(columns).toEqual(['nobody', ...roles]);
  });

  it('have a line for every command, and for nothing else', () => {
    expect(rows.map((row) => row.command).sort()).toEqual(commands());
    expect(Object.keys(asks).sort()).toEqual(commands());
  });

  it.each(rows.map((row) => [row.command, row] as const))('%s', (command, row) => {
    expect(row.may).toHaveLength(columns.length);
    const answers = columns.map((column) =>
      asks[command]!(actorOf(column)).allowed ? 'yes' : 'no',
    );
    expect(Object.fromEntries(columns.map((column, i) => [column, answers[i]]))).toEqual(
      Object.fromEntries(columns.map((column, i) => [column, row.may[i]])),
    );
  });
});
