/** The names of a lottery, or the tokens of a waiting list in their order. */
export function NameList({ names, ordered = false }: { names: string[]; ordered?: boolean }) {
  const List = ordered ? 'ol' : 'ul';
  return (
    <List className="names">
      {names.map((name) => (
        <li key={name}>
          <code>{name}</code>
        </li>
      ))}
    </List>
  );
}
