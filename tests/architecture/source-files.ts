import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** The folder of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Paths of files, relative to the project, sorted. */
export function filesMatching(...patterns: string[]): string[] {
  return globSync(patterns, { cwd: root }).sort();
}

/** The text of a file of the project. */
export function textOf(path: string): string {
  return readFileSync(`${root}${path}`, 'utf8');
}

/** A file of the project as a syntax tree. */
export function parsed(path: string): ts.SourceFile {
  return ts.createSourceFile(
    path,
    textOf(path),
    ts.ScriptTarget.Latest,
    true,
    path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
}

/** Calls `visit` for each node of a tree. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

/** `file:line` of a node. */
export function placeOf(source: ts.SourceFile, node: ts.Node): string {
  return `${source.fileName}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`;
}
