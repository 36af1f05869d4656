// Frequent names of people in Colombia, lower case without accents.
/** Given names. */
export const givenNames = new Set(
  `
  adriana alba alberto alcira alejandra alejandro alexander alfonso alfredo alicia alirio alvaro
  amanda amparo ana anderson andrea andres angel angela angelica angie antonio armando arnulfo
  arturo astrid augusto aura beatriz bernardo bertha bibiana blanca brayan camila camilo carlos
  carmen carolina catalina cecilia cesar clara claudia constanza consuelo cristian cristina
  dagoberto daniel daniela dario david deisy diana diego dora duvan edgar edilberto edilma edison
  eduardo edwin elena elkin elsa elvira emilio enrique ernesto esperanza esteban estefania estela
  eugenia evelio fabian fabio felipe fernanda fernando flor francisco freddy fredy gabriel
  gabriela german gilberto gladys gloria gonzalo graciela guillermo gustavo harold hector helena
  henry heriberto hernan hernando hilda hugo humberto ignacio ines ingrid irene isabel ivan jaime
  jairo javier jeison jenny jesus jhon jimena joaquin johanna john jorge jose juan juana julian
  juliana julieta julio karen karol kevin laura leidy leonardo leonor libardo lilia liliana lina
  lorena lucas lucia luis luisa luz magdalena manuel manuela marcela marco margarita maria mariana
  maribel mariela marina mario maritza marlon marta martha martin mateo mauricio mayerly melissa
  mercedes miguel milena milton miriam monica myriam nancy natalia nelly nelson nicolas nidia
  nohora norma nubia nury octavio olga omar orlando oscar pablo paola patricia paula pedro pilar
  rafael ramiro ramon raul ricardo roberto rocio rodrigo rosa rosalba rosario ruben rubiela ruth
  samuel sandra santiago sara saul sebastian sergio silvia sofia sonia stella steven susana
  tatiana teresa tomas toribio valentina valeria vanessa vicente victor viviana walter william
  wilmar wilmer wilson ximena yamile yamileth yaneth yeison yenny yesenia yesid yolanda yuliana
  zoraida
`
    .trim()
    .split(/\s+/),
);
/** Surnames. */
export const surnames = new Set(
  `
  acevedo acosta aguilar alvarez amaya arango arias ariza avila barrera barrios becerra beltran
  benavides bermudez bernal bocanegra bohorquez bonilla buitrago bustos caballero calderon camacho
  camargo cano cardenas cardona carrillo castaneda castano castillo castro cespedes chaparro
  chavez cifuentes clavijo contreras cordoba correa corredor cortes cruz cubillos cuellar daza
  delgado diaz duarte duque escobar espinosa espitia fajardo fernandez florez fonseca forero
  franco galeano galindo gallego gaona garcia garzon giraldo gomez gonzalez guerrero gutierrez
  guzman henao hernandez herrera hurtado jaramillo jimenez leon lopez losada lozano marin marquez
  martinez medina mejia melo mendez mendoza mesa molina moncada montoya mora morales moreno munoz
  murcia navarro neira nieto nino ochoa ordonez orozco ortega ortiz osorio ospina paez palacios
  palomino pardo parra pena penuela peralta perdomo perez pineda pinto pinzon prada prieto pulido
  quinones quintero quiroga ramirez ramos rangel restrepo reyes rincon rios rivera rodriguez rojas
  romero rosas rubio rueda ruiz saenz salazar salcedo salgado sanabria sanchez sandoval santos
  sierra silva solano sosa soto suarez tellez torres tovar triana trujillo urrego vaca valencia
  vanegas vargas vasquez vega velandia velasquez velez vera villalobos villamil zambrano zapata
`
    .trim()
    .split(/\s+/),
);
