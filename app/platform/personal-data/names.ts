// Frequent names of people in Colombia, lower case without accents.
const words = (list: string) => new Set(list.trim().split(/\s+/));

/** Short and tender forms of given names, which a rule of endings does not lead back to them. */
const shortNames = words(`
  anita beto cata caro chava chavela chela chelo chepe chucho concha coque cuco fercho goyo gabo jero juancho
  juanca juanpa juanse kike
  lalo lola lucho lucha lupe mafe maje malu maruja mary mayo memo mechas mencha meche merce mery migue
  mincho moncho nacho nando nena nancy paco pacha pacho pacha pancho pepe pepa perucho pili pipe poncho quique rafa
  ramoncho richi roci santi sandrita seba tavo tato tere tina titi tita tono tonio tulia vicky wil yeni yeny yenny
  yuli yuly yulieth yoli dayis nico camilo mile nati pao vale valen isa juanita juli majo leo
`);

/** Whether a word is a given name, or a short or tender form of one: «Pacho», «Rosita», «Carlitos». */
export function isGivenName(word: string): boolean {
  if (givenNames.has(word) || shortNames.has(word)) return true;
  const stem = /^([a-z]{3,12}?)(?:c?it[oa]s?)$/.exec(word)?.[1];
  if (stem === undefined) return false;
  return ['', 'o', 'a', 'e', 'os'].some((end) => givenNames.has(stem + end));
}

/** Given names. */
export const givenNames = words(`
  abel abigail abraham adan adela adelaida adolfo adonai adrian adriana agustin aida alan alba albeiro alberto
  alcira aldemar alejandra alejandro alexa alexander alexandra alexis alfonso alfredo alicia alirio allison alonso
  alvaro amanda amelia amparo ana anastasia anderson andrea andres andrey angel angela angelica angelo angie anibal
  anselmo antonia antonio aracely arbey ariel aristides arley armando arnoldo arnulfo arturo astrid aura aureliano
  aurelio aurora azucena baltazar barbara basilio beatriz belen belisario benito benjamin berenice bernarda bernardo
  bertha betsy betty bibiana blanca boris braulio brayan brian brigitte bryan camila camilo candelaria carina carla
  carlos carlota carmen carmenza carolina catalina catherine cecilia celia celina celmira cesar cindy clara claudia
  clemencia clemente concepcion constanza consuelo cristian cristina cristobal dagoberto dairo daisy damaris daniel
  daniela danilo danna dany dario darwin david dayana dayanna dayro deiby deisy deivid delfina delia demetrio derly
  deyanira diana diego dilan dilia doly domingo dora doris dulce duvan dylan edelmira eder edgar edgardo edilberto
  edilma edilson edison edith edna eduar eduardo edwar edward edwin efrain eider elena eliana elias eliberto eliecer
  elisa elizabeth elkin elmer eloisa elsa elvia elvira emanuel emerson emilia emiliano emilio emma enith enrique
  eric erica erika ernestina ernesto esmeralda esneider esneyder esperanza esteban estefania estefany estela estella
  esther estiven euclides eufemia eugenia eugenio eulalia eusebio eva evangelina evaristo evelin evelio evelyn
  ezequiel faber fabian fabio fabiola fanny fatima faustino federico felipe felix fermin fernanda fernando ferney
  fidel fidelina flor flora florencia florentino francia francisca francisco frank franklin freddy fredy gabriel
  gabriela genaro genoveva geovanny geraldine gerardo german gerson gilberto gilma giovanny gisela gladis gladys
  gloria gonzalo graciela gregorio griselda guadalupe guillermina guillermo gustavo harold harvey heber hector heidy
  helena helman helmer henry herbert heriberto hermelinda herminda hernan hernando hilda hipolito hortensia hugo
  humberto ignacio ilda imelda ines ingrid irene iris irma isaac isabel isabela isabella isaias ismael israel ivan
  ivonne jacinto jackeline jackson jacobo jaider jaime jair jairo jaiver james janeth javier jazmin jeferson
  jefferson jeimy jeison jenifer jennifer jenny jeremias jeronimo jesica jessica jesus jhoan jhon jhonatan jhonny
  jhony jimena jimmy joan joaquin joel johan johana johanna john johnny jonathan jorge jose josefina joselin joseph
  josue juan juana julia julian juliana julieta julieth julio justina karen karina karla karol katerine katherin
  katherine kelly kevin lady laura leandro leidy leonardo leonel leonidas leonilde leonor leopoldo lesly leticia
  leydi leyla libardo lida ligia lilia lilian liliana lina linda lisandro lizeth lorena lorenzo lourdes lucas lucero
  lucia luciano lucila lucrecia lucy luis luisa luz lyda mabel magda magdalena magnolia maicol manuel manuela
  marcela marcelino marcelo marco marcos margarita margot maria mariana mariano maribel maricela mariela marina
  mario marisol maritza marlen marlene marleny marlon marta martha martin mary mateo matias matilde mauricio
  maximiliano mayerly mayra medardo melba melisa melissa mercedes merly michael michel michelle miguel milady milena
  milton mirella mireya miriam misael moises monica myriam nadia nairo nancy natalia nataly nathalia nayibe nel
  nelcy nelly nelson nestor neyla nicanor nicol nicolas nicole nidia nieves nilson noe noel noelia nohemi nohora
  nora norberto norma norvey nubia nury nydia octavio ofelia olga oliva oliverio olivia omaira omar orfilia orlando
  oscar osman oswaldo otilia otoniel oved pablo paola pascual pastor patricia paula paulina pedro pilar plutarco
  policarpa porfirio primitivo rafael rafaela ramiro ramon raquel raul rebeca reinaldo reinel rene ricardo richard
  rigo rigoberto rita roberto robinson rocio rodolfo rodrigo rogelio roger roman romelia romulo ronald ronaldo rosa
  rosalba rosalia rosalina rosana rosario rosaura rosmery roxana ruben rubiela rufino ruth sabrina salome salomon
  salvador samanta samuel sandra santiago santos sara saray saul sebastian segundo sergio sharon shirley silvestre
  silvia simon sindy sneider socorro sofia sol soledad sonia soraya stefania stefany stella steven stiven susana
  tania tatiana telmo teodoro teofilo teresa teresita tiberio tobias tomas toribio trinidad tulia tulio ubaldo uriel
  valentin valentina valeria vanessa vicente victor victoria vilma virgilio virginia vivian viviana vladimir waldina
  walter wendy wilber wilder wilfredo william willian willington wilmar wilmer wilson wilton ximena xiomara yadira
  yaira yamid yamile yamileth yanet yaneth yasmin yazmin yeferson yeimi yeimy yeison yeni yenifer yenni yenny yeny
  yerly yerson yesenia yesica yesid yessenia yessica yineth yiseth yoana yohana yolanda yolima yovany yudi yudy yuli
  yuliana yulieth yuly yurani yurany yurley zaida zenaida zoila zoraida zully zulma
`);

/** Surnames. */
export const surnames = words(`
  abello abril acero acevedo acosta acuna aguas agudelo aguilar aguilera aguirre alarcon alba albarracin aldana
  alfonso almanza almario alonso alvarado alvarez alzate amado amaris amaya amezquita anaya andrade angarita angel
  angulo aponte aragon aranda arango araque araujo arbelaez arboleda arce arciniegas ardila arenas arevalo argote
  arguello arias aristizabal ariza arrieta arroyave arroyo arteaga avella avellaneda avendano avila ayala baez
  ballen ballesteros baquero barahona barajas baron barragan barrera barrero barreto barrios bastidas bautista
  becerra bedoya bejarano bello beltran benavides benitez berdugo bermudez bernal berrio betancourt betancur blanco
  blandon bocanegra bohorquez bolanos bolivar bonilla borda borja borrero botero bravo briceno bueno buitrago burgos
  bustamante bustos caballero cabezas cabrera caceres cadavid cadena caicedo calderon calvo camacho camargo campo
  campos canas cano canon cantillo cantor carabali cardenas cardona cardoso cardozo caro carrascal carreno carrero
  carrillo carvajal casallas casas castaneda castano castellanos castiblanco castilla castillo castrillon castro
  cely ceron cespedes chacon chaparro chaves chavez chica chitiva cifuentes clavijo collazos colmenares contreras
  cordero cordoba coronado correa corredor cortes corzo cruz cuadrado cubides cubillos cuellar cuenca cuero cuervo
  cuesta cuevas daza delgado devia diaz diez dominguez donoso duarte ducuara duenas duque duran echavarria echeverri
  escamilla escobar escudero espejo espinel espinosa espitia estrada estupinan fajardo farfan fernandez ferro fierro
  figueroa flechas flores florez fonseca fontecha forero franco fuentes fuquene gaitan galeano galindo gallego gallo
  galvis gamba gamboa gaona garavito garay garces garcia garzon gaviria gil giraldo godoy gomez gongora gonzales
  gonzalez grajales granada granados grisales guarin guarnizo guayara guerra guerrero guevara guio gutierrez guzman
  henao heredia hernandez herreno herrera hidalgo higuera hincapie hinestroza holguin hortua hoyos huertas hurtado
  ibanez ibarguen ibarra infante isaza jaimes jara jaramillo jerez jimenez ladino laguna lancheros lara larrota
  lasso leal ledesma leguizamon leon leyva linares lizarazo lizcano llanos loaiza londono longas lopera lopez losada
  lozada lozano lugo luna machado macias mahecha malagon malaver maldonado mancera mancipe manrique mantilla marin
  marquez martin martinez marulanda mateus matiz mayorga medina mejia melendez melo mena mendez mendieta mendivelso
  mendoza meneses mercado merchan mesa meza millan mina miranda mogollon mojica molano molina moncada mondragon
  monroy monsalve montana montanez montano montenegro montero montes montoya mora morales moreno morera moscoso
  mosquera moya munera munevar munoz murcia murillo naranjo narvaez navarrete navarro navas neira nieto nino nova
  novoa nunez nungo obando ocampo ochoa ojeda olarte olaya olivares oliveros ordonez orejuela orjuela orozco ortega
  ortegon ortiz osorio ospina ospitia otalora otero ovalle oviedo pabon pacheco padilla paez palacio palacios
  palomino pantoja pardo paredes parra parrado pastrana patarroyo patino paz pedraza pedroza pena penagos penaloza
  penuela peralta perdomo perea pereira perez pineda pineros pinilla pinto pinzon piraquive pizarro plata plazas
  polania polo ponguta porras portilla posada poveda prada prado prieto puentes puerta puerto pulgarin pulido
  quesada quevedo quijano quimbayo quinones quintana quintero quiroga quiros quitian ramirez ramos rangel rativa
  rayo reina rendon restrepo rey reyes riano riascos ricardo ricaurte rico rincon rios rivas rivera riveros roa
  robayo robledo robles rocha rodriguez rojas roldan romero romo ropero rosas rosero rozo rubiano rubio rueda ruge
  ruiz saavedra saenz salamanca salas salazar salcedo saldana saldarriaga salgado salguero salinas samaca samper
  sanabria sanchez sandoval santamaria santana santander santos sarmiento segura sepulveda serna serrano sierra
  silva simbaqueba solano soler solorzano sosa sotelo soto suarez suaza suescun tafur talero tamayo tapia tapias
  tavera tejada tellez tello tenjo tibaquira tique tobar tobon tocarruncho toro torrado torres tovar trejos triana
  trivino trujillo tunjano tunjo tuta ubaque ulloa urbina uribe urrea urrego urrutia useche usma vaca valbuena
  valderrama valdes valencia valenzuela vallejo vanegas varela vargas varon vasquez vega velandia velasco velasquez
  velez vera vergara viasus victoria vidal villa villada villalba villalobos villamil villamizar villanueva
  villareal villarreal villate villegas virguez viveros yate yepes zabala zabaleta zambrano zamora zamudio zapata
  zarate zea zipa zorro zuleta zuluaga zuniga
`);

/** Names that are also everyday words: in small letters they say nothing by themselves. */
export const everydayNames = words(`
  abril aguas alba amado amparo angel aurora belen blanca blanco bolivar borja bravo bueno caballero cabezas cadena
  calvo campo campos canas cano cardenas carmen casas castilla castillo colombia concepcion consuelo cordoba cortes
  cruz cuadrado cuesta cuevas diez domingo dulce esmeralda esperanza felix flor flora flores fuentes gallo gloria
  granada guerra hidalgo infante justina laguna lara leal leon linda llanos luna luz marcos marina marques martin
  mercado mercedes mesa mina mora moreno naranjo nieto nieves nino nova oliva palacio palacios pardo parra pastor
  paz pilar plata plazas prado prieto primitivo puentes puerta puerto ramos rey reyes rico rincon rios rocio rojas
  rosa rosario rosas rubio rueda salas salvador santander santos segundo segura serrano sierra socorro sol soledad
  toro torres trinidad vaca valencia varon vega vera victoria villa zorro
`);

/** Who is in books, on squares and in the news, by the whole name: naming them tells nothing private. */
export const publicPeople = new Set(
  `
  acevedo y gomez, agustin codazzi, agustin nieto caballero, alberto assa, alberto lleras, alberto lleras camargo,
  alejandro obregon, alfonso lopez, alfonso lopez michelsen, alfonso lopez pumarejo, alvaro gomez, alvaro gomez
  hurtado, alvaro mutis, alvaro uribe, alzate avendano, ana maria campos, andres caicedo, andres pastrana, angel
  arango, antanas mockus, antonia santos, antonio galan, antonio narino, antonio narino y rafael uribe, antonio
  ricaurte, asuncion silva, atanasio girardot, belisario betancur, benito juarez, bernardo jaramillo, bernardo
  jaramillo ossa, bolivar, camilo daza, camilo torres, camilo torres restrepo, carlos fernando galan, carlos galan,
  carlos gaviria, carlos gaviria diaz, carlos lleras restrepo, carlos pizarro, carlos pizarro leon gomez, carlos
  vives, caterine ibarguen, celestino mutis, cesar gaviria, cesar turbay, che guevara, claudia lopez, cristobal
  colon, debora arango, delia zapata, delia zapata olivella, diomedes diaz, eduardo umana, eduardo umana luna,
  eduardo umana mendoza, egan bernal, eliecer gaitan, enrique grau, enrique olaya, enrique olaya herrera, enrique
  penalosa, enrique santos, ernesto guhl, ernesto samper, estanislao zuleta, estanislao zuleta velasquez, falcao
  garcia, fals borda, felix restrepo, fernando botero, fernando galan, fernando mazuera, fernando soto aparicio,
  fernando vallejo, francia marquez, francisco de paula santander, francisco jose de caldas, gabriel garcia marquez,
  gabriela mistral, gaitan, gaitan cortes, garcia herreros, garcia marquez, gerardo molina, gerardo paredes,
  gilberto alzate, gonzalo jimenez, gonzalo jimenez de quesada, guillermo cano, guillermo leon, guillermo leon
  valencia, gustavo petro, gustavo rojas pinilla, hector abad, hector abad faciolince, hector abad gomez, inem
  francisco de paula, ivan duque, jaime garzon, jaime nino diez, jaime pardo, jaime pardo leal, james rodriguez,
  jean piaget, jimenez de quesada, jorge eliecer gaitan, jorge gaitan, jorge gaitan cortes, jorge gaitan duran,
  jorge isaacs, jorge tadeo lozano, jose antonio galan, jose asuncion, jose asuncion silva, jose celestino, jose
  celestino mutis, jose de caldas, jose eustasio rivera, jose felix restrepo, jose maria carbonell, jose maria
  cordova, jose marti, juan amarillo, juan bosco, juan del corral, juan esteban aristizabal, juan gabriel vasquez,
  juan manuel santos, juan pablo segundo, juan rey, julio cesar sanchez, julio cesar turbay, julio florez, julio
  garavito, lara bonilla, laura restrepo, laureano gomez, leon de greiff, leon gomez, leonardo posada, leonardo
  posada pedraza, lleras camargo, lleras restrepo, lopez de mesa, lopez michelsen, lopez pumarejo, lucho garzon,
  lucia bastidas, luis angel arango, luis carlos galan, luis carlos galan sarmiento, luis eduardo garzon, luis lopez
  de mesa, luis vargas tejada, manuel del socorro, manuel elkin patarroyo, manuel murillo, manuel murillo toro,
  manuel zapata, manuel zapata olivella, manuela beltran, manuela saenz, marco fidel suarez, maria auxiliadora,
  maria cano, maria mercedes carranza, maria montessori, mariana pajon, mariano ospina, mariano ospina perez, martin
  de porres, martin luther king, miguel antonio caro, miguel de cervantes, misael pastrana, murillo toro, nairo
  quintana, narino, nelson mandela, nestor forero, nestor forero alcala, nicolas buenaventura, nicolas de federman,
  nieto caballero, olaya herrera, orlando fals, orlando higuita, ospina perez, pablo neruda, papa francisco, pardo
  leal, paula santander, paulo freire, pedro claver, pedro de heredia, piedad bonnett, policarpa salavarrieta,
  porfirio barba, radamel falcao, rafael delgado salguero, rafael escalona, rafael garcia herreros, rafael nunez,
  rafael pombo, rafael uribe, rafael uribe uribe, rigoberto uran, robert francis kennedy, rodolfo hernandez, rodolfo
  llinas, rodrigo lara, rodrigo lara bonilla, rogelio salmona, rojas pinilla, rosa de lima, rosa elvira cely, rufino
  jose cuervo, santander, saul ordonez, sebastian de belalcazar, sergio fajardo, simon bolivar, simon bolivar y
  santander, simon rodriguez, soledad acosta, soledad acosta de samper, tadeo lozano, tomas carrasquilla, tomas
  cipriano, toto la momposina, umana luna, umana mendoza, vargas tejada, virgilio barco, virginia gutierrez,
  virginia gutierrez de pineda, zapata olivella
`
    .replaceAll(/\s+/g, ' ')
    .trim()
    .split(', '),
);
