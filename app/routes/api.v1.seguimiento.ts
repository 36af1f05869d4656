import { now } from '#app/platform/clock/clock.server.ts';
import { config } from '#app/platform/config/config.server.ts';
import { invalid } from '#app/kernel/errors.ts';
import { api } from '#app/platform/http/api.server.ts';
import { readLimit } from '#app/platform/http/read-limit.ts';
import { countStepsByCommitment } from '#app/domains/ideas/count-ideas-by-step.server.ts';
import { nextReportDue } from '#app/domains/monitoring/rules.ts';
import { listCommitments } from '#app/domains/plan/list-commitments.server.ts';
import { listMilestones } from '#app/domains/plan/list-milestones.server.ts';

/**
 * `GET /api/v1/seguimiento`: milestones of each commitment, how many ideas changed it and were fulfilled,
 * and when its next report is due.
 */
export const loader = api(async ({ visit, url }) => {
  const { db, locale } = visit;
  readLimit(url);
  if (url.searchParams.get('cursor')) throw invalid('cursor_malformed');
  const [commitments, milestones, steps] = await Promise.all([
    listCommitments(db, locale),
    listMilestones(db, locale),
    countStepsByCommitment(db),
  ]);
  const report = nextReportDue(now());
  return {
    datos: commitments.map((each) => ({
      compromiso: each.slug,
      titulo: each.title,
      entidades: each.institutions.map((institution) => institution.name),
      hitos: (milestones.get(each.id) ?? []).map((texto, index) => ({
        numero: index + 1,
        texto,
        estado: 'sin_informe',
      })),
      ideas_en_el_compromiso: steps.get(each.id)?.en_el_compromiso ?? 0,
      ideas_cumplidas: steps.get(each.id)?.cumplida ?? 0,
      informes: [],
      proximo_informe: {
        trimestre: `${report.year}-${report.quarter}`,
        vence_en: report.dueAt.toISOString(),
      },
      url: `${config().baseUrl}/seguimiento#c${each.number}`,
    })),
    siguiente: null,
  };
});
