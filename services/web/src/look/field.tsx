import { useId, type InputHTMLAttributes, type SelectHTMLAttributes } from 'react';

interface Labelled {
  readonly label: string;
  readonly wrong?: string | undefined;
  readonly hint?: string;
}

export function TextField({ label, wrong, hint, ...input }: Labelled & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  return (
    <label className={wrong ? 'field bad' : 'field'}>
      <span>{label}</span>
      <input {...input} aria-invalid={wrong ? true : undefined} aria-describedby={wrong ? id : undefined} />
      {wrong ? (
        <span className="wrong" id={id}>
          {wrong}
        </span>
      ) : hint ? (
        <span className="muted">{hint}</span>
      ) : null}
    </label>
  );
}

export function SelectField({
  label,
  wrong,
  hint,
  children,
  ...select
}: Labelled & SelectHTMLAttributes<HTMLSelectElement>) {
  const id = useId();
  return (
    <label className={wrong ? 'field bad' : 'field'}>
      <span>{label}</span>
      <select {...select} aria-invalid={wrong ? true : undefined} aria-describedby={wrong ? id : undefined}>
        {children}
      </select>
      {wrong ? (
        <span className="wrong" id={id}>
          {wrong}
        </span>
      ) : hint ? (
        <span className="muted">{hint}</span>
      ) : null}
    </label>
  );
}

interface CheckProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: string;
}

export function CheckField({ checked, onChange, children }: CheckProps) {
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />
      <span>{children}</span>
    </label>
  );
}
