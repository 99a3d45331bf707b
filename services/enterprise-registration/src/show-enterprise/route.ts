import type { EnterpriseView } from '@qucheng/contracts';
import { idOf, requires, scopeOf } from '@qucheng/service-kit';
import type { Router } from 'express';
import { enterpriseInReach } from '../enterprise/enterprise-in-reach.ts';
import type { Enterprises } from '../enterprise/enterprise-in-reach.ts';
import type { SealedContact } from '../enterprise/enterprise.ts';
import { ContactFields } from '../enterprise/seal-contacts.ts';
import { maskName, maskPhone } from '../person-key/mask.ts';
import type { PersonKeyStore } from '../person-key/person-key-store.ts';

interface Deps {
  readonly enterprises: Enterprises;
  readonly personKeys: PersonKeyStore;
}

export function showEnterpriseRoute(router: Router, { enterprises, personKeys }: Deps): void {
  router.get('/enterprises/:enterpriseId', requires('enterprise.read'), async (req, res) => {
    const { enterprise, version } = await enterpriseInReach(req, enterprises, idOf(req, 'enterpriseId'));
    const { status: _, contacts: sealed, ...facts } = enterprise;
    const contacts = await maskContacts(personKeys, scopeOf(req).streetId, sealed);
    const view: EnterpriseView = { ...facts, contactIds: sealed.map(({ contactId }) => contactId), contacts, version };
    res.json(view);
  });
}

async function maskContacts(personKeys: PersonKeyStore, streetId: string, sealed: readonly SealedContact[]) {
  const keys = await personKeys.open(
    streetId,
    sealed.map(({ contactId }) => contactId),
  );
  return sealed.flatMap((contact) => {
    const key = keys.get(contact.contactId);
    if (key === undefined) return []; // erased
    const { name, post, phone } = ContactFields.parse(key.open(contact.sealed));
    return [{ contactId: contact.contactId, name: maskName(name), post, phone: maskPhone(phone) }];
  });
}
