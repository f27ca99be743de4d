import type { FormWords } from "./form-words.ts";

/** Portuguese. */
export const pt: FormWords = {
  name: "Português",
  direction: "ltr",
  title: "Autorização para gravar e difundir a voz",
  from: "{{ school }}, {{ classroom }}: {{ radio }}",
  purposeTitle: "Para quê",
  purpose:
    "A turma faz rádio para aprender a falar, a ouvir e a contar. Para isso, a escola grava vozes e dá-as a ouvir às pessoas que escolher.",
  supportsTitle: "Onde a voz pode ser ouvida",
  supports: [
    "A emissão em direto e os seus episódios, na página da rádio.",
    "O podcast da turma, nas aplicações de escuta.",
    "As gravações ficam na máquina da escola. Não é guardado nenhum apelido.",
  ],
  durationTitle: "Até quando",
  duration: "A sua resposta é válida até {{ end }}. Sem nova resposta, a voz deixa de ser gravada e difundida.",
  rightsTitle: "Os seus direitos",
  rights: [
    "Pode mudar de ideias a qualquer momento, sem dar razões: diga-o à turma. A voz é então retirada do que está publicado.",
    "Pode pedir à escola, responsável por estes dados, para ouvir, receber ou apagar o que guarda do seu filho ou da sua filha. Se não concordar com a resposta, pode escrever à autoridade francesa de proteção de dados, a CNIL (www.cnil.fr).",
    "Recusar não muda nada para o seu filho ou a sua filha, que participa na rádio de outra forma.",
  ],
  child: "Nome próprio do aluno ou da aluna",
  choiceTitle: "A voz do meu filho ou da minha filha pode ser ouvida por (assinale uma opção)",
  choices: {
    none: "Ninguém: a voz não é gravada.",
    class: "A turma: alunos e professores desta turma.",
    family: "As famílias da turma, pela sua ligação privada.",
    public: "Toda a gente: a página aberta da rádio e o seu podcast.",
  },
  nameAllowed:
    "O primeiro nome do meu filho ou da minha filha pode ser citado com as emissões em que se ouve a sua voz.",
  childAgrees: "O meu filho ou a minha filha concorda.",
  signedBy: "Nome e qualidade (mãe, pai, representante legal)",
  date: "Data",
  signature: "Assinatura",
  slip: {
    title: "A rádio da turma, em sua casa",
    opens: "Esta ligação abre o direto, os episódios e a subscrição da rádio do seu filho ou da sua filha. Nada mais.",
    how: "Digitalize com a câmara do telefone. Não é preciso conta.",
    secret: "Privado: só para a sua família. Perdeu o papel? A turma pode mudar a ligação.",
  },
};
