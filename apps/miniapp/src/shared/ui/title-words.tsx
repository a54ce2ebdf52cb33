import { Words } from './element';

/** A title in large type: what stands in 《》 does not break inside. */
export function TitleWords({ children }: { readonly children: string }) {
  const parts = children.split(/(《[^》]*》)/).filter((part) => part !== '');
  return (
    <>
      {parts.map((part, index) => (
        <Words key={index} className={part.startsWith('《') ? 'keep' : undefined}>
          {part}
        </Words>
      ))}
    </>
  );
}
