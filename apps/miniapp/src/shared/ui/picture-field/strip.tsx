import { Box } from '../element';
import { Thumb } from './thumb';
import './pictures.css';

interface PictureStripProps {
  readonly ids: readonly string[];
  /** What the pictures show. */
  readonly label: string;
}

/** Pictures of something that was said. */
export function PictureStrip({ ids, label }: PictureStripProps) {
  if (ids.length === 0) return null;
  return (
    <Box className="k-pics" role="group" label={label}>
      {ids.map((id, at) => (
        <Thumb key={id} id={id} number={at + 1} />
      ))}
    </Box>
  );
}
