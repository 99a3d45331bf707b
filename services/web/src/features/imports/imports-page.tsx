import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import { Desk } from '../../look/desk.tsx';
import { Icon } from '../../look/icons.tsx';
import { ProblemNotice } from '../../look/problem-notice.tsx';
import { usePageTitle } from '../../look/page-title.ts';
import { Shown } from '../../look/shown.tsx';
import { Empty } from '../../look/states.tsx';
import { problemOf } from '../../requests/problem.ts';
import { useMay } from '../session/session-api.ts';
import { useUpload, useImport } from './imports-api.ts';
import { ImportPreview } from './import-preview.tsx';

export function ImportsPage() {
  const { t } = useTranslation();
  usePageTitle(t('imports.title'));
  const { id } = useSearch({ from: '/signed-in/imports' });
  const mayImport = useMay()('ledger.import');
  return (
    <Desk>
      <div className="page">
        <div className="bar">
          <h1>{t('imports.title')}</h1>
        </div>
        {!mayImport ? <NotForYou /> : id === undefined ? <UploadCard /> : <OneImport importId={id} />}
      </div>
    </Desk>
  );
}

/** Said before a file is chosen, where the service would refuse it only once it has arrived. */
function NotForYou() {
  const { t } = useTranslation();
  return (
    <Empty icon="settings" title={t('imports.notForYou')}>
      <Link to="/enterprises" search={{}} className="button ghost">
        {t('firms.backToList')}
      </Link>
    </Empty>
  );
}

function UploadCard() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const upload = useUpload((importId) => void navigate({ to: '/imports', search: { id: importId } }));
  const problem = upload.error === null ? null : problemOf(upload.error);
  return (
    <section className="card stack upload">
      <Upload.Dragger
        accept=".xlsx,.csv"
        multiple={false}
        showUploadList={false}
        disabled={upload.isPending}
        beforeUpload={(file) => {
          upload.mutate(file);
          return false; // sent by our own request, which knows the session and the language
        }}
      >
        <div className="drop">
          <Icon name="plus" size={32} />
          <p className="big">{upload.isPending ? t('imports.reading') : t('imports.drop')}</p>
          <p className="muted">{t('imports.limits')}</p>
        </div>
      </Upload.Dragger>
      {problem ? <ProblemNotice problem={problem} /> : null}
      <ol className="steps">
        {['upload', 'look', 'commit', 'fix'].map((step, index) => (
          <li key={step}>
            <b>{index + 1}</b>
            <span>{t(`imports.step.${step}`)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function OneImport({ importId }: { readonly importId: string }) {
  const { t } = useTranslation();
  return (
    <Shown
      query={useImport(importId)}
      rows={5}
      height={60}
      wayOut={
        <Link to="/imports" search={{}} className="button ghost">
          {t('imports.another')}
        </Link>
      }
    >
      {(view) => <ImportPreview view={view} />}
    </Shown>
  );
}
