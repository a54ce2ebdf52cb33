import { apiBase } from '../platform/wire';
import artsEmblem from '../theme/covers/emblem-arts.svg';
import governEmblem from '../theme/covers/emblem-govern.svg';
import greenEmblem from '../theme/covers/emblem-green.svg';
import healthEmblem from '../theme/covers/emblem-health.svg';
import otherEmblem from '../theme/covers/emblem-other.svg';
import scienceEmblem from '../theme/covers/emblem-science.svg';
import skillEmblem from '../theme/covers/emblem-skill.svg';
import { classNames } from './class-names';
import { Box, Picture } from './element';

const emblems = {
  arts: artsEmblem,
  health: healthEmblem,
  skill: skillEmblem,
  green: greenEmblem,
  govern: governEmblem,
  science: scienceEmblem,
  other: otherEmblem,
} as const;

export type CoverMotif = keyof typeof emblems;

/** Categories are data that an administrator may extend: one without a drawing of its own gets the general one. */
const motifOf = (category: string): CoverMotif => (category in emblems ? (category as CoverMotif) : 'other');

interface CoverProps {
  /** Category code; unknown ones get the general picture. */
  readonly category: string;
  /** The worker's own picture, if any. */
  readonly src?: string | null;
  /** Sets the size: x-act__pic, x-poster__pic, x-tk__pic … */
  readonly className: string;
}

/**
 * Decoration, so without a name. The drawings are files of the H5 site (up to 40 KB each) and load over the network;
 * until then, or without network, their own ground colour stands there.
 */
export function Cover({ category, src, className }: CoverProps) {
  const motif = motifOf(category);
  return (
    <Box className={classNames('k-cover', `k-cover--${motif}`, className)} decorative>
      <Picture className="pic" src={src ?? `${apiBase}/static/covers/${motif}.svg`} alt="" />
    </Box>
  );
}

/** The small sign of a category, inlined (about 1 KB each). */
export function Emblem({ category }: { readonly category: string }) {
  return <Picture className="k-emblem" src={emblems[motifOf(category)]} alt="" lazy={false} />;
}
