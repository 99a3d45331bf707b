import { useId } from 'react';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly off?: boolean;
}

interface OneProps<Value extends string> {
  readonly legend: string;
  readonly options: readonly Choice<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
}

/** Chips instead of a select: one tap, everything visible. Radio buttons underneath, so keys and readers work. */
export function ChooseOne<Value extends string>({ legend, options, value, onChange }: OneProps<Value>) {
  const name = useId();
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      <div className="options">
        {options.map((option) => (
          <label key={option.value} className={option.value === value ? 'on' : option.off ? 'off' : ''}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              disabled={option.off ?? false}
              onChange={() => {
                onChange(option.value);
              }}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface SomeProps<Value extends string> {
  readonly legend: string;
  readonly options: readonly Choice<Value>[];
  readonly values: readonly Value[];
  readonly onChange: (values: Value[]) => void;
}

export function ChooseSome<Value extends string>({ legend, options, values, onChange }: SomeProps<Value>) {
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      <div className="options">
        {options.map(({ value, label }) => {
          const on = values.includes(value);
          return (
            <label key={value} className={on ? 'on' : ''}>
              <input
                type="checkbox"
                checked={on}
                onChange={() => {
                  onChange(on ? values.filter((other) => other !== value) : [...values, value]);
                }}
              />
              {label}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
