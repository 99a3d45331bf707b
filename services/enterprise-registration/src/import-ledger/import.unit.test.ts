import { given } from '@qucheng/testing';
import { applyLedgerRow } from './apply-ledger-row.ts';
import type { ApplyLedgerRow } from './apply-ledger-row.ts';
import { failCommit, finishCommit, importKind, prepareImport, startCommit } from './import.ts';
import type { ImportEvent } from './import.ts';
import { UNKNOWN_HEADCOUNTS, enterpriseKind } from '../enterprise/enterprise.ts';
import type { EnterpriseEvent } from '../enterprise/enterprise.ts';

const importId = '01K00000000000000000000000';
const counts = { rows: 3, new: 1, changed: 0, same: 1, refused: 1 };
const file = {
  importId,
  kind: 'enterprises',
  file: 'a.xlsx',
  sha256: '',
  sheet: '台账',
  headerRow: 1,
  columns: [],
  counts,
} as const;
const prepared: ImportEvent = { type: 'ImportPrepared', data: file };
const started: ImportEvent = { type: 'ImportCommitStarted', data: { importId } };
const committed: ImportEvent = { type: 'ImportCommitted', data: { importId, counts } };
const failed: ImportEvent = { type: 'ImportFailed', data: { importId, reason: 'import-broken-off' } };

describe('an import', () => {
  it('begins with a preview', () => {
    given(importKind).when(prepareImport, file, {}).then(prepared);
  });
  it('is committed once, however often that is asked for', () => {
    given(importKind, prepared).when(startCommit, { importId }, {}).then(started);
    given(importKind, prepared, started).when(startCommit, { importId }, {}).thenNothingHappened();
    given(importKind, prepared, started, committed).when(startCommit, { importId }, {}).thenNothingHappened();
  });
  it('can be committed again after it broke off', () => {
    given(importKind, prepared, started, failed).when(startCommit, { importId }, {}).then(started);
  });
  it('ends once, one way or the other', () => {
    given(importKind, prepared, started).when(finishCommit, { importId, counts }, {}).then(committed);
    given(importKind, prepared, started, committed).when(finishCommit, { importId, counts }, {}).thenNothingHappened();
    given(importKind, prepared, started, committed)
      .when(failCommit, { importId, reason: 'import-broken-off' }, {})
      .thenNothingHappened();
  });
  it('cannot be committed when it was never uploaded', () => {
    given(importKind).when(startCommit, { importId }, {}).thenRefused('not-found');
  });
});

describe("applying a ledger's row", () => {
  const facts = {
    creditCode: '91320213MAK0R8TD3K',
    noCodeReason: null,
    name: '江苏霖恒家政服务部',
    industry: null,
    industryCode: null,
    serviceTrade: false,
    communityId: null,
    address: null,
    building: null,
    aboveScale: null,
    headcounts: { ...UNKNOWN_HEADCOUNTS, staff: 10 },
  };
  const enterpriseId = '01K00000000000000000000001';
  const source = { kind: 'import', importId, file: 'a.xlsx', row: 6, on: '2026-11-23' } as const;
  const contact = { contactId: 'C1', sealed: 'x', mark: 'm1' };
  const row: ApplyLedgerRow = { enterpriseId, facts, contact, marks: {}, source };
  const registered: EnterpriseEvent = {
    type: 'EnterpriseRegistered',
    data: { enterpriseId, ...facts, contacts: [contact], ownerId: null, source },
  };

  it('registers a firm nobody knew', () => {
    given(enterpriseKind).when(applyLedgerRow, row, {}).then(registered);
  });
  it('stays quiet when it says nothing new', () => {
    given(enterpriseKind, registered)
      .when(applyLedgerRow, { ...row, contact: null }, {})
      .thenNothingHappened();
    given(enterpriseKind, registered)
      .when(applyLedgerRow, { ...row, marks: { C1: 'm1' } }, {})
      .thenNothingHappened();
  });
  it('corrects what differs', () => {
    const headcounts = { ...UNKNOWN_HEADCOUNTS, staff: 12 };
    given(enterpriseKind, registered)
      .when(applyLedgerRow, { ...row, contact: null, facts: { ...facts, headcounts } }, {})
      .then({ type: 'EnterpriseCorrected', data: { enterpriseId, changes: { headcounts }, source } });
  });
  it('puts a new contact in the place of the old one and keeps those added by hand', () => {
    const byHand = { contactId: 'C2', sealed: 'y', mark: 'm2' };
    const fresh = { contactId: 'C3', sealed: 'z', mark: 'm3' };
    const both: EnterpriseEvent = {
      type: 'ContactsReplaced',
      data: { enterpriseId, contacts: [contact, byHand], source },
    };
    given(enterpriseKind, registered, both)
      .when(applyLedgerRow, { ...row, contact: fresh, marks: { C1: 'other', C2: 'other' } }, {})
      .then({ type: 'ContactsReplaced', data: { enterpriseId, contacts: [fresh, byHand], source } });
  });
});
