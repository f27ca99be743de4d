import type { FormWords } from "./form-words.ts";

/** Spanish. */
export const es: FormWords = {
  name: "Español",
  direction: "ltr",
  title: "Autorización para grabar y difundir la voz",
  from: "{{ school }}, {{ classroom }}: {{ radio }}",
  purposeTitle: "Para qué",
  purpose:
    "La clase hace radio para aprender a hablar, a escuchar y a contar. Para ello, la escuela graba voces y permite que las oigan las personas que usted elija.",
  supportsTitle: "Dónde se puede oír la voz",
  supports: [
    "El programa en directo y sus episodios, en la página de la radio.",
    "El pódcast de la clase, en las aplicaciones de escucha.",
    "Las grabaciones permanecen en la máquina de la escuela. No se guarda ningún apellido.",
  ],
  durationTitle: "Hasta cuándo",
  duration: "Su respuesta vale hasta el {{ end }}. Sin una nueva respuesta, la voz deja de grabarse y de difundirse.",
  rightsTitle: "Sus derechos",
  rights: [
    "Puede cambiar de opinión en cualquier momento, sin dar razones: dígaselo a la clase. La voz se retira entonces de lo publicado.",
    "Puede pedir a la escuela, responsable de estos datos, escuchar, recibir o borrar lo que guarda de su hijo o hija. Si no está de acuerdo con la respuesta, puede escribir a la autoridad francesa de protección de datos, la CNIL (www.cnil.fr).",
    "Negarse no cambia nada para su hijo o hija, que participa en la radio de otra manera.",
  ],
  child: "Nombre del alumno o de la alumna",
  choiceTitle: "La voz de mi hijo o hija puede ser oída por (marque una casilla)",
  choices: {
    none: "Nadie: su voz no se graba.",
    class: "La clase: alumnos y docentes de esta clase.",
    family: "Las familias de la clase, mediante su enlace privado.",
    public: "Todo el mundo: la página abierta de la radio y su pódcast.",
  },
  nameAllowed: "El nombre de mi hijo o hija puede citarse con los programas en los que se oye su voz.",
  childAgrees: "Mi hijo o hija está de acuerdo.",
  signedBy: "Nombre y calidad (madre, padre, representante legal)",
  date: "Fecha",
  signature: "Firma",
  slip: {
    title: "La radio de la clase, en casa",
    opens: "Este enlace abre el directo, los episodios y la suscripción de la radio de su hijo o hija. Nada más.",
    how: "Escanee con la cámara del teléfono. No hace falta cuenta.",
    secret: "Privado: solo para su familia. ¿Ha perdido el papel? La clase puede cambiar el enlace.",
  },
};
