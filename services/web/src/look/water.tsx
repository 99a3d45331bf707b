import { useTranslation } from 'react-i18next';
import type { Stage } from '../requests/shapes.ts';
import { useEased } from './use-eased.ts';
import { breadthsOf, waterPath } from './water-geometry.ts';

export interface Reach {
  readonly stage: Stage;
  readonly name: string;
  readonly figure: number;
  readonly note: string;
  readonly href: string;
}

interface WaterProps {
  readonly reaches: readonly Reach[];
  readonly total: number;
  readonly upright: boolean;
  readonly onOpen: (reach: Reach) => void;
}

const LYING = { length: 1080, breadth: 160, least: 14, middle: 121 };
const THIN = 28;
const UPRIGHT = { length: 372, breadth: 190, least: 18, middle: 221 };

function WaterColours({ upright }: { readonly upright: boolean }) {
  return (
    <defs>
      <linearGradient id="water-colours" x1="0" y1="0" x2={upright ? 0 : 1} y2={upright ? 1 : 0}>
        <stop offset="0" stopColor="var(--water-1)" />
        <stop offset=".5" stopColor="var(--water-2)" />
        <stop offset=".86" stopColor="var(--water-3)" />
        <stop offset="1" stopColor="var(--water-4)" />
      </linearGradient>
    </defs>
  );
}

/** The street's funnel: the water that narrows from the ledger to the formed branches. Every number opens its list. */
export function Water({ reaches, total, upright, onOpen }: WaterProps) {
  const { t } = useTranslation();
  const bed = upright ? UPRIGHT : LYING;
  const { shown: figures, moves } = useEased(reaches.map(({ figure }) => figure));
  const breadths = breadthsOf(figures, total, bed);
  const reachLength = bed.length / Math.max(1, reaches.length);
  const outline = waterPath(breadths, bed.length, (along, across) =>
    upright ? [bed.middle + across, along] : [along, bed.middle + across],
  );
  const size = upright ? { width: 332, height: UPRIGHT.length } : { width: LYING.length, height: 232 };
  return (
    <svg
      className={moves > 0 ? 'water moved' : 'water'}
      viewBox={`0 0 ${String(size.width)} ${String(size.height)}`}
      role="group"
      aria-label={t('progress.funnelLabel')}
    >
      <WaterColours upright={upright} />
      <clipPath id="water-bed">
        <path d={outline} />
      </clipPath>
      <path d={outline} fill="url(#water-colours)" />
      <g clipPath="url(#water-bed)">
        {upright ? null : <path key={moves} className="glint" d="M0 0h60l40 240h-60z" />}
      </g>
      {reaches.map((reach, index) => (
        <ReachMarks
          key={reach.stage}
          reach={reach}
          index={index}
          figure={figures[index] ?? reach.figure}
          breadth={breadths[index] ?? 0}
          reachLength={reachLength}
          upright={upright}
          onOpen={onOpen}
        />
      ))}
    </svg>
  );
}

interface MarksProps {
  readonly reach: Reach;
  readonly index: number;
  readonly figure: number;
  readonly breadth: number;
  readonly reachLength: number;
  readonly upright: boolean;
  readonly onOpen: (reach: Reach) => void;
}

function ReachMarks({ reach, index, figure, breadth, reachLength, upright, onOpen }: MarksProps) {
  const { t } = useTranslation();
  const start = index * reachLength;
  const formed = reach.stage === 'formed';
  // A reach too thin for its number carries it outside, on the ground.
  const outside = breadth < THIN;
  const depth = outside ? 'number outside' : index >= 4 ? 'number deep deeper' : index >= 3 ? 'number deep' : 'number';
  const text = String(Math.round(figure));
  const gate = upright
    ? `M${String(UPRIGHT.middle - breadth / 2 - 4)} ${String(start)}H${String(UPRIGHT.middle + breadth / 2 + 4)}`
    : `M${String(start)} ${String(LYING.middle - breadth / 2 - 4)}V${String(LYING.middle + breadth / 2 + 4)}`;
  const numberSize = outside ? 18 : upright ? (breadth > 100 ? 26 : 20) : breadth > 76 ? 30 : 22;
  return (
    <a
      href={reach.href}
      aria-label={t('progress.reachLabel', { name: reach.name, figure: reach.figure })}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        onOpen(reach);
      }}
    >
      <rect
        className="touch"
        rx="8"
        {...(upright
          ? { x: 0, y: start + 2, width: 332, height: reachLength - 4 }
          : { x: start + 4, y: 4, width: reachLength - 8, height: 224 })}
      />
      {index > 0 ? <path className="gate" d={gate} /> : null}
      {upright ? (
        <>
          <text className={formed ? 'name formed' : 'name'} x="2" y={start + reachLength / 2 - 2}>
            {reach.name}
          </text>
          <text className="note" x="2" y={start + reachLength / 2 + 15}>
            {reach.note}
          </text>
          <text
            className={depth}
            x={outside ? UPRIGHT.middle + breadth / 2 + 12 : UPRIGHT.middle}
            y={start + reachLength / 2 + numberSize * 0.3}
            fontSize={numberSize}
            textAnchor={outside ? 'start' : 'middle'}
          >
            {text}
          </text>
        </>
      ) : (
        <>
          <text className={formed ? 'name formed' : 'name'} x={start + 12} y="24">
            {reach.name}
          </text>
          <text
            className={depth}
            x={start + 12}
            y={outside ? LYING.middle - breadth / 2 - 9 : LYING.middle + numberSize * 0.36}
            fontSize={numberSize}
          >
            {text}
          </text>
          <text className="note" x={start + 12} y="220">
            {reach.note}
          </text>
        </>
      )}
    </a>
  );
}
