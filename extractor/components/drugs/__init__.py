"""Drug names: the lexicon, the forms of names that no lexicon has, the words that give them away, and the component."""

from extractor.components.drugs.candidates import Candidate
from extractor.components.drugs.component import DrugStep
from extractor.components.drugs.finder import DrugFinder
from extractor.components.drugs.lexicon import DrugLexicon, DrugName, load_drug_lexicon
from extractor.components.drugs.names import form_of

__all__ = ["Candidate", "DrugFinder", "DrugLexicon", "DrugName", "DrugStep", "form_of", "load_drug_lexicon"]
