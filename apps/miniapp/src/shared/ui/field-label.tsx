import { Label, Words } from './element';

interface FieldLabelProps {
  readonly id: string;
  readonly label: string;
  readonly optional?: boolean;
}

/** Required is the rule; what may be left out says so. */
export function FieldLabel({ id, label, optional }: FieldLabelProps) {
  return (
    <Label htmlFor={id} className="k-label">
      {label}
      {optional && <Words className="k-optional">（可不填）</Words>}
    </Label>
  );
}
