import { describe, expect, it } from 'vitest';
import { changesOf, isAuditAction, isPersonal, pageOf, partOf, publicFacts } from './rules.ts';

describe('the public register', () => {
  it('keeps codes and numbers, and nothing that could name a person', () => {
    const facts = publicFacts({
      decision: 'rechazar',
      number: 3,
      personId: 'x',
      email: 'a@b.co',
      explanation: 'larga',
      ideas: ['a'],
      vote: 'a_favor',
      reason: 'x'.repeat(81),
    });
    expect(facts).toEqual({ decision: 'rechazar', number: 3, vote: 'a_favor' });
    expect(publicFacts(null)).toEqual({});
    expect(publicFacts('text')).toEqual({});
  });

  it('says as what somebody acted', () => {
    expect(partOf('moderation.idea-decided', 'person', ['circulo', 'moderacion'])).toBe(
      'moderacion',
    );
    expect(partOf('circle.vote-cast', 'person', ['circulo', 'moderacion'])).toBe('circulo');
    expect(partOf('ideas.idea-submitted', 'person', ['moderacion'])).toBe('ciudadania');
    expect(partOf('ideas.idea-published', 'person', ['moderacion'])).toBe('moderacion');
    expect(partOf('ideas.ideas-imported', 'system', [])).toBe('sistema');
  });

  it('links only to what is public', () => {
    expect(pageOf({ action: 'ideas.idea-published', subject: { kind: 'idea', id: 'i' } })).toBe(
      '/ideas/i',
    );
    expect(
      pageOf({ action: 'ideas.idea-rejected', subject: { kind: 'idea', id: 'i' } }),
    ).toBeNull();
    expect(
      pageOf({ action: 'proposals.proposal-sent', subject: { kind: 'propuesta', id: 'p' } }),
    ).toBe('/propuestas/p');
    expect(pageOf({ action: 'plan.phase-changed', subject: { kind: 'fase', id: 'f' } })).toBeNull();
  });

  it('knows the actions of the catalogue only', () => {
    expect(isAuditAction('plan.phase-changed')).toBe(true);
    expect(isAuditAction('toString')).toBe(false);
  });

  it('tells personal acts from acts of office', () => {
    expect(
      [
        'votes.support-cast',
        'accounts.signed-in',
        'accounts.role-granted',
        'ideas.idea-submitted',
      ].map((action) => isAuditAction(action) && isPersonal(action)),
    ).toEqual([true, true, false, false]);
  });

  it('shows a change field by field', () => {
    expect(changesOf({ before: { title: 'a' }, after: { title: 'b', list: ['x', 'y'] } })).toEqual([
      { field: 'title', before: 'a', after: 'b' },
      { field: 'list', before: '', after: 'x\ny' },
    ]);
    expect(changesOf({ before: null, after: { slug: 's' } })).toEqual([
      { field: 'slug', before: '', after: 's' },
    ]);
    expect(changesOf({ number: 1 })).toEqual([]);
  });
});
