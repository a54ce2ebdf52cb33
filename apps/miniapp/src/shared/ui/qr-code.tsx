import { useMemo } from 'react';
import { Box, Picture } from './element';
import { qrPicture } from './qr-picture';

interface QrCodeProps {
  readonly text: string;
  /** What it is for, for those who do not see it: 入场码. */
  readonly label: string;
  /** px, at least 232 on a ticket. */
  readonly size?: number;
  /** A narrower frame, still white in every mode: for a large code on a narrow screen. */
  readonly snug?: boolean;
}

/** Always black on white, in every mode. Put the 8 characters for typing in under it. */
export function QrCode({ text, label, size = 232, snug }: QrCodeProps) {
  const src = useMemo(() => qrPicture(text), [text]);
  return (
    <Box
      className="x-qr"
      style={{ width: `${size}px`, height: `${size}px`, ...(snug && { padding: '10px' }) }}
    >
      <Picture src={src} className="k-qr" alt={label} lazy={false} />
    </Box>
  );
}
