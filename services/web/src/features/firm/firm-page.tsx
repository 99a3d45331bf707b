import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../../look/page-title.ts';
import { Shown } from '../../look/shown.tsx';
import type { FirmCard, NextAction } from '../../requests/shapes.ts';
import { useMay } from '../session/session-api.ts';
import { CountsCard } from './counts-card.tsx';
import { useFirmCard } from './firm-api.ts';
import { FirmHead } from './firm-head.tsx';
import { FirmSheet, type OpenSheet } from './firm-sheet.tsx';
import { MissingPanel } from './missing-panel.tsx';
import { NextStepCard } from './next-step-card.tsx';
import { TimelineCard } from './timeline-card.tsx';
import { WhereaboutsCard } from './whereabouts-card.tsx';

/** Another firm is another page: what was open or typed on this one does not follow. */
export function FirmPage() {
  const { enterpriseId } = useParams({ from: '/signed-in/enterprises/$enterpriseId' });
  return <OneFirm key={enterpriseId} enterpriseId={enterpriseId} />;
}

function OneFirm({ enterpriseId }: { readonly enterpriseId: string }) {
  const { t } = useTranslation();
  const card = useFirmCard(enterpriseId);
  usePageTitle(card.data?.name);
  return (
    <div className="page">
      <Shown
        query={card}
        rows={3}
        height={120}
        wayOut={
          <Link to="/enterprises" search={{}} className="button ghost">
            {t('firms.backToList')}
          </Link>
        }
      >
        {(firm) => <FirmBody firm={firm} />}
      </Shown>
    </div>
  );
}

function FirmBody({ firm }: { readonly firm: FirmCard }) {
  const { enterpriseId } = firm;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const [sheet, setSheet] = useState<OpenSheet | null>(null);
  const act = (action: NextAction) => {
    if (action === 'invite-to-activity') void navigate({ to: '/activities', search: { firm: enterpriseId } });
    else setSheet(action);
  };
  return (
    <>
      <FirmHead firm={firm} />
      <div className="firm-grid">
        <MissingPanel enterpriseId={enterpriseId} onAct={act} />
        <TimelineCard enterpriseId={enterpriseId} />
        <div className="stack firm-side">
          <NextStepCard
            enterpriseId={enterpriseId}
            onVisit={() => {
              setSheet('log-visit');
            }}
          />
          <WhereaboutsCard enterpriseId={enterpriseId} />
          <CountsCard
            firm={firm}
            onRoster={() => {
              setSheet('roster');
            }}
            onAct={act}
          />
        </div>
      </div>
      {may('visit.log') ? (
        <div className="thumb-bar phone-only">
          <button
            type="button"
            className="button wide"
            onClick={() => {
              setSheet('log-visit');
            }}
          >
            {t('action.log-visit')}
          </button>
        </div>
      ) : null}
      {sheet ? (
        <FirmSheet
          firm={firm}
          open={sheet}
          onOpen={setSheet}
          onClose={() => {
            setSheet(null);
          }}
        />
      ) : null}
    </>
  );
}
