/**
 * Who finds the word of each private field, and where: one line for visitors who find it in the same
 * places. Every other finding is a leak, and a place where it is not found makes the test blind.
 * `a*` stands for every address that begins so, and needs one of them; `any page` is a person's own
 * name in the head of what she reads. A field that stands here with a dash is found by nobody.
 */
export const expected = `
appeal.body | moderator coordination | moderacion/apelaciones
appeal.body | author | cuenta/mis-datos
audit.actorName | -
audit.data | -
circle.note | gov civil monitoring coordination | circulo/mesa/:propuesta*
circle.note | gov | cuenta/mis-datos
circle.request | gov civil monitoring coordination | circulo/mesa/:propuesta*
circle.request | facilitator facilitatorElsewhere coordination | facilitacion
comment.held | moderator coordination | moderacion/comentarios
comment.held | other | cuenta/mis-datos ideas/:id
comment.hidden | other | cuenta/mis-datos
comment.rejected | other | cuenta/mis-datos ideas/:id
comment.sealed | other | cuenta/mis-datos
decision.answer | moderator coordination | moderacion/ideas/:id
decision.answer | author | cuenta/mis-datos
decision.explanation | moderator coordination | moderacion/apelaciones moderacion/ideas/:id
decision.explanation | moderator | cuenta/mis-datos
decision.note | moderator coordination | moderacion/ideas/:id
decision.note | moderator | cuenta/mis-datos
declared.genderOther | byLink | inscripciones/:codigo
declared.organisation | byLink | inscripciones/:codigo
device.name | facilitator | facilitacion/talleres/:id
draft.text | author | cuenta/mis-datos ideas/:id*
draft.title | author | cuenta cuenta/mis-datos ideas/:id*
draw.lottery | -
file.bytes | facilitator coordination | talleres/:id/archivos/:archivo
group.contact | facilitator coordination | facilitacion/grupos* facilitacion/talleres/:id/convocar
group.contact | gov civil | facilitacion/grupos facilitacion/talleres/:id/convocar
group.contact | facilitatorElsewhere | facilitacion/grupos
guardian.contact | author | cuenta/mis-datos
guardian.name | author | cuenta/mis-datos
hidden.text | moderator coordination | ideas/:id* moderacion/ideas/:id*
hidden.text | author | cuenta/mis-datos ideas/:id*
hidden.title | moderator coordination | ideas/:id* moderacion/ideas/:id*
hidden.title | coordination | coordinacion/ideas/:id
hidden.title | author | cuenta cuenta/mis-datos ideas/:id* apelaciones
hiding.explanation | moderator coordination | moderacion/avisos
hiding.explanation | moderator | cuenta/mis-datos
letter.answer | coordination | coordinacion/solicitudes coordinacion/solicitudes/:id
letter.answer | author | cuenta/mis-datos
letter.answer | nobody byLink byWord citizen author facilitator facilitatorElsewhere | ayuda/contacto/:codigo
letter.answer | moderator moderatorElsewhere gov civil entity monitoring | ayuda/contacto/:codigo
letter.answer | other coordination closed | ayuda/contacto/:codigo
letter.body | coordination | coordinacion/solicitudes/:id
letter.body | author | cuenta/mis-datos
letter.body | nobody byLink byWord citizen author facilitator facilitatorElsewhere | ayuda/contacto/:codigo
letter.body | moderator moderatorElsewhere gov civil entity monitoring | ayuda/contacto/:codigo
letter.body | other coordination closed | ayuda/contacto/:codigo
letter.code | author | ayuda/contacto
letter.email | coordination | coordinacion/solicitudes/:id
letter.email | author | cuenta/mis-datos
letter.name | coordination | coordinacion/solicitudes coordinacion/solicitudes/:id
letter.name | author | cuenta/mis-datos
letter.phone | coordination | coordinacion/solicitudes coordinacion/solicitudes/:id
letter.phone | author | cuenta/mis-datos
limit.key | -
mail.body | -
mail.link | -
mail.recipient | other | cuenta/mis-datos
mail.subject | other | cuenta/mis-datos
meeting.draftTitle | coordination | facilitacion* talleres/:id*
meeting.note | facilitator coordination | facilitacion/talleres/:id/acta
meeting.proposalNote | facilitator coordination | facilitacion
meeting.proposalNote | facilitator | cuenta/mis-datos
meeting.proposedTitle | facilitator coordination | facilitacion
meeting.proposedTitle | facilitator | cuenta/mis-datos
meeting.onlineUrl | facilitator coordination | facilitacion/talleres/:id/preparar
mention.name | -
mention.written | facilitator coordination | facilitacion/grupos/nombres/:nombre
minutes.agenda | facilitator coordination | facilitacion/talleres/:id/acta
minutes.agreements | facilitator coordination | facilitacion/talleres/:id/acta
minutes.closing | facilitator coordination | facilitacion/talleres/:id/acta
minutes.topics | facilitator coordination | facilitacion/talleres/:id/acta
notice.title | author | cuenta/avisos cuenta/mis-datos
phoned.code | -
call.note | facilitator | facilitacion/por-llamar
phoned.name | facilitator | facilitacion/por-llamar facilitacion/talleres/:id facilitacion/talleres/:id/lista
phoned.name | byWord | inscripciones/:codigo
phoned.word | byWord | inscripciones/:codigo
pending.title | citizen | ideas/nueva
photo.description | facilitator coordination | facilitacion/talleres/:id/acta facilitacion/talleres/:id/archivos*
photo.name | facilitator coordination | facilitacion/talleres/:id/acta facilitacion/talleres/:id/archivos*
photo.name | facilitator coordination | talleres/:id/archivos/:archivo
proposal.body | moderator | moderacion/propuestas* propuestas/:id
proposal.problem | moderator | moderacion/propuestas* propuestas/:id
proposal.title | moderator | moderacion/propuestas* propuestas/:id
quarantined.text | moderator coordination | ideas/:id* moderacion/ideas/:id*
quarantined.text | author | cuenta/mis-datos ideas/:id*
quarantined.title | moderator coordination | ideas/:id* moderacion*
quarantined.title | coordination | coordinacion/ideas/:id
quarantined.title | author | cuenta cuenta/mis-datos ideas/:id*
registration.code | -
registration.document | -
registration.email | facilitator | facilitacion/talleres/:id facilitacion/talleres/:id/lista
registration.email | byLink | inscripciones/:codigo
registration.guardianContact | byLink | inscripciones/:codigo
registration.guardianName | byLink | inscripciones/:codigo
registration.name | facilitator | facilitacion/talleres/:id facilitacion/talleres/:id/apoyos
registration.name | facilitator | facilitacion/talleres/:id/lista
registration.name | byLink | inscripciones/:codigo
registration.needAnswer | facilitator | facilitacion/talleres/:id facilitacion/talleres/:id/apoyos
registration.needAnswer | facilitator | facilitacion/talleres/:id/lista
registration.needAnswer | byLink | inscripciones/:codigo
registration.needOther | facilitator | facilitacion/talleres/:id facilitacion/talleres/:id/apoyos
registration.needOther | facilitator | facilitacion/talleres/:id/lista
registration.needOther | byLink | inscripciones/:codigo
registration.phone | facilitator | facilitacion/talleres/:id facilitacion/talleres/:id/lista
registration.phone | byLink | inscripciones/:codigo
rejected.text | moderator coordination | ideas/:id* moderacion/apelaciones moderacion/ideas/:id*
rejected.text | author | cuenta/mis-datos ideas/:id*
rejected.title | moderator coordination | ideas/:id* moderacion/apelaciones moderacion/ideas/:id*
rejected.title | coordination | coordinacion/ideas/:id
rejected.title | author | cuenta cuenta/mis-datos ideas/:id*
report.detail | moderator coordination | moderacion/avisos
report.detail | citizen | cuenta/mis-datos
returned.reason | author moderator coordination | ideas/:id
returned.text | moderator coordination | ideas/:id* moderacion/ideas/:id*
returned.text | author | cuenta/mis-datos ideas/:id*
returned.title | moderator coordination | ideas/:id* moderacion*
returned.title | coordination | coordinacion/ideas/:id
returned.title | author | cuenta cuenta/mis-datos ideas/:id*
revision.discarded | author | cuenta/mis-datos ideas/:id/versiones
revision.pending | moderator coordination | moderacion/ideas/:id*
revision.pending | author | cuenta/mis-datos ideas/:id/editar ideas/:id/versiones
seal.text | moderator | moderacion/apelaciones
seal.text | author | cuenta/mis-datos
seal.word | -
table.name | facilitator coordination | facilitacion/talleres/:id/acta
table.title | facilitator coordination | facilitacion/talleres/:id/acta
token.id | -
token.newEmail | -
asked.email | -
token.returnTo | -
waiting.text | moderator coordination | ideas/:id* moderacion/ideas/:id*
waiting.text | author | cuenta/mis-datos ideas/:id*
waiting.title | moderator coordination | ideas/:id* moderacion*
waiting.title | coordination | coordinacion/ideas/:id
waiting.title | author | cuenta cuenta/mis-datos ideas/:id*
withdrawnDraft.reason | author | ideas/:id
withdrawnDraft.text | author | cuenta/mis-datos ideas/:id*
withdrawnDraft.title | author | cuenta cuenta/mis-datos ideas/:id*

author.name | author | any page
citizen.name | citizen | any page
closed.name | -
facilitator.name | facilitator | any page
facilitator.name | coordination | coordinacion/roles facilitacion
facilitator.name | coordination | facilitacion/talleres/:id/preparar facilitacion/talleres/nuevo
moderator.name | moderator | any page
moderator.name | coordination | coordinacion/roles moderacion*
other.name | other | any page
other.name | nobody byLink byWord citizen author facilitator facilitatorElsewhere | ideas/:id
other.name | moderator moderatorElsewhere gov civil entity monitoring coordination closed | ideas/:id

author.email | author | cuenta cuenta/mis-datos talleres/:id/inscripcion ayuda/contacto
citizen.email | citizen | cuenta cuenta/mis-datos talleres/:id/inscripcion ayuda/contacto
closed.email | -
facilitator.email | facilitator | cuenta cuenta/mis-datos talleres/:id/inscripcion ayuda/contacto
facilitator.email | coordination | coordinacion/roles facilitacion/talleres/:id/preparar facilitacion/talleres/nuevo
moderator.email | moderator | cuenta cuenta/mis-datos talleres/:id/inscripcion ayuda/contacto
moderator.email | coordination | coordinacion/roles
other.email | other | cuenta cuenta/mis-datos talleres/:id/inscripcion ayuda/contacto

author.device | author | cuenta/sesiones cuenta/mis-datos
citizen.device | citizen | cuenta/sesiones cuenta/mis-datos
civil.device | civil | cuenta/sesiones cuenta/mis-datos
closed.device | -
coordination.device | coordination | cuenta/sesiones cuenta/mis-datos
entity.device | entity | cuenta/sesiones cuenta/mis-datos
facilitator.device | facilitator | cuenta/sesiones cuenta/mis-datos
facilitatorElsewhere.device | facilitatorElsewhere | cuenta/sesiones cuenta/mis-datos
gov.device | gov | cuenta/sesiones cuenta/mis-datos
moderator.device | moderator | cuenta/sesiones cuenta/mis-datos
moderatorElsewhere.device | moderatorElsewhere | cuenta/sesiones cuenta/mis-datos
monitoring.device | monitoring | cuenta/sesiones cuenta/mis-datos
other.device | other | cuenta/sesiones cuenta/mis-datos
author.token | -
citizen.token | -
civil.token | -
closed.token | -
coordination.token | -
entity.token | -
facilitator.token | -
facilitatorElsewhere.token | -
gov.token | -
moderator.token | -
moderatorElsewhere.token | -
monitoring.token | -
other.token | -
visit.address | -
visit.browser | -
`;
