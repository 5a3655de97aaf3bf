/** Words that stand for one another in English patterns, by the name patterns call them (`@user`). */
export const classes: Readonly<Record<string, string>> = {
  operator: 'we|=us|our|company|operator|controller|platform|service|marketplace|provider',
  user: 'you|your|yours|user|customer|client|subject|individual|=person|buyer|seller|visitor|player|patient|member|parent|subscriber|student|driver|passenger|guardian|participant|people',
  data: 'data|information|info|details|personal',
  collect:
    'collect|process|receive|request|gather|obtain|store|hold|record|ask|keep|know|log|capture|get|need|track|see|use',
  entrust: 'provide|give|submit|enter|fill|upload|supply|send|share|type|post|add|tell',
  give: 'share|disclose|transfer|pass|provide|send|give|reveal|transmit|sell|available|hand|see|receive|reach',
  third: 'third|other|outside|external',
  service: 'service|platform|website|site|app|application|product|game|marketplace|software|tool|store|shop',
  policy: 'policy|notice|statement|terms|version|text|document',
  consent: 'consent|agree|agreement|permission|accept|opt|authorize|acceptance|confirm|approve',
  law: 'law|legislation|legal|statutory|statute|regulation|act|laws',
  order: 'order|purchase|booking|parcel|goods|delivery|shipment|reservation',
  state:
    'government*|authorit*|court*|police|regulator*|agency|agencies|enforcement|officials|state|tax|tribunal|ministry',
  days: 'day|days|business|working|calendar|hour|hours|week|weeks|month|months|year|years',
  improve: 'improv*|enhanc*|optimi*|refin*|better|upgrad*',
  not: '=not|never|=no|don|doesn|didn|won|cannot|neither|nor|without|aren|isn|wouldn',
};
