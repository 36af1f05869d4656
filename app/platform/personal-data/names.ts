// Frequent names of people in Colombia, lower case without accents.
/** Given names. */
export const givenNames = new Set(
  `adriana alba alberto alejandra alejandro alexander alfonso alfredo alicia alirio alvaro amanda amparo ana
    anderson andrea andres angel angela angelica angie antonio armando arturo astrid augusto aura beatriz
  bernardo
    bertha blanca brayan camila camilo carlos carmen carolina catalina cecilia cesar clara claudia
  constanza consuelo
    cristian cristina daniel daniela dario david deisy diana diego dora edgar edilma edison eduardo edwin
  elena elsa
  elvira emilio enrique ernesto esperanza esteban estela eugenia fabian fabio felipe fernanda fernando flor
    francisco freddy gabriel gabriela german gilberto gladys gloria gonzalo graciela guillermo gustavo
  hector helena
  henry heriberto hernan hernando hilda hugo humberto ignacio ines ingrid irene isabel ivan jaime jairo javier
    jenny jesus jhon jimena joaquin john johanna jorge jose juan juana juliana julian julieta julio karen
  karol kevin
    laura leidy leonardo leonor libardo lilia liliana lina lorena lucas lucia luis luisa luz magdalena
  manuel manuela
    marcela marco margarita maria mariana mario marina marta martha martin mateo mauricio mayerly melissa
  mercedes
  miguel milena milton miriam monica myriam nancy natalia nelson nicolas nidia nohora norma nubia octavio olga
    omar orlando oscar pablo paola patricia paula pedro pilar rafael ramiro ramon raul ricardo roberto
  rocio rodrigo
    rosa rosalba ruben ruth samuel sandra santiago sara saul sebastian sergio silvia sofia sonia stella
  susana tatiana
    teresa tomas valentina valeria vanessa vicente victor viviana walter wilmer wilson william yaneth
  yamile yenny
    yesid yolanda yuliana zoraida ximena yesenia edilberto toribio nelly brayan steven wilmar rubiela
  leonor maribel nury jeison yeison duvan marlon harold fredy nubia yamileth estefania mariela bibiana
  maritza alcira rosario elkin dagoberto evelio arnulfo`.split(/\s+/),
);
/** Surnames. */
export const surnames = new Set(
  `acosta acevedo aguilar alvarez amaya arango arias ariza avila barrera becerra beltran benavides
  bermudez bernal
    bohorquez buitrago bustos caballero calderon camacho camargo cano cardenas cardona carrillo castañeda
  castaneda
    castano castillo castro cespedes chavez cifuentes contreras cordoba corredor correa cortes cruz
  cubillos cuellar
    delgado diaz duarte duque escobar espinosa espitia fajardo fernandez florez fonseca forero franco
  galeano galindo
  gallego gaona garcia garzon giraldo gomez gonzalez guerrero gutierrez guzman henao hernandez herrera hurtado
    jaramillo jimenez leon lopez lozano marin marquez martinez medina mejia melo mendez mendoza mesa
  molina moncada
    montoya mora morales moreno munoz murcia navarro neira nieto nino ochoa ordonez orozco ortega ortiz
  osorio ospina
    paez palacios pardo parra pena penuela peralta perez pineda pinto pinzon prada prieto pulido quintero
  quiroga
    ramirez ramos rangel restrepo reyes rincon rios rivera rodriguez rojas romero rosas rubio rueda ruiz
  saenz salazar
    salcedo salgado sanabria sanchez sandoval santos sierra silva solano sosa soto suarez tellez torres
  tovar triana
    trujillo urrego valencia vanegas vargas vasquez vega velandia velasquez velez vera villamil
  villalobos zambrano
  zapata barrios daza bocanegra palomino chaparro quinones perdomo vaca clavijo bonilla losada`.split(
    /\s+/,
  ),
);
