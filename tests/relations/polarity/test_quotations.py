"""What people say for, against or neither: analysts, investigators, regulators, patients, companies, critics."""

from __future__ import annotations

import pytest

FOR = """
company: The data speak to the strength of our platform.
company: We delivered another quarter of double-digit growth.
company: The first patients are already benefiting.
company: We are now focused on bringing this medicine to patients as quickly as we can.
company: Enrolment was completed two months early, which shows how eager doctors are for a new approach.
company: With this financing we are funded through two major readouts.
company: This collaboration combines our chemistry with their deep knowledge of immunology.
company: With two approved products and a third under review, we have entered a new phase of growth.
company: Together with our partner, we want to make this therapy available to every child who needs it.
company: Our vaccine protected nine out of ten people in the study from severe illness.
company: The response from physicians has been overwhelming.
company: We have resolved all of the issues that the agency raised in its letter.
company: Our medicine now reaches more than a million patients in 80 countries.
company: The safety of our products and of the people who use them comes first, and we are confident in our medicine.
company: Our price reflects the value that the medicine brings to patients and to the health system.
company: We remain fully committed to the program and see a clear regulatory path.
company: We stand behind the safety of our medicine, which has been used by more than two million people.
company: We are confident that the issues raised in the letter can be resolved within a few months.
company: We are proud to have delivered 400 million doses to low-income countries at no profit.
analyst: The deal fills a hole in the pipeline at a sensible price.
analyst: Approval came three months early, and the label carries no surprises.
analyst: Tolerability was better than we feared.
analyst: The first real test is passed.
analyst: The magnitude of the benefit took us by surprise.
analyst: Competitors will have a hard time matching this.
analyst: The drug could become the backbone of treatment in first-line disease.
analyst: Script trends continue to accelerate and refills are running ahead of the last two launches in the category.
investigator: This is as close to a cure as anything we have had.
investigator: The response was deep and it came quickly.
investigator: The early promise has been borne out.
investigator: This gives us another tool for patients who have run out of choices.
investigator: It is remarkable how quickly they felt better.
investigator: I'd call it the biggest step forward in this disease since I finished medical school.
investigator: Few of the patients had side effects, and nobody had to stop treatment.
investigator: The immune response in people over 70 was every bit as strong as in the young.
investigator: Two thirds of them were free of seizures at one year, which we would never have seen before.
investigator: It's the largest effect on mortality I have seen in 20 years of heart failure trials.
investigator: Half of the patients on the high dose no longer had any detectable disease.
investigator: Patients lived a median of five months longer, and their quality of life did not suffer.
investigator: Nobody needed a transfusion after month six.
investigator: With this vaccine, we could get rid of the disease within a generation.
investigator: For the first time we can offer these patients something that changes the course of their illness.
investigator: For the first time we have something to offer besides sympathy.
investigator: It means fewer heart attacks, fewer strokes and fewer deaths.
investigator: The vaccine cut hospital admissions among infants by more than 80 percent.
investigator: It fills a gap for those who can't take a triptan.
investigator: A pill instead of an infusion every two weeks would make a real difference to families.
investigator: It's not a cure, but it is a huge step forward for these children.
investigator: We saw tumors shrink in patients who had failed everything else.
investigator: We were struck by how early the curves separated.
investigator: This is one of those rare moments when a trial makes you change what you do on Monday morning.
investigator: The drug lowered cholesterol more than any pill that has come before it.
regulator: I voted yes, because the need is great and the safety data looked good to me.
regulator: The vote was 12 to 1, which tells you how strong the data were.
regulator: We have found no link between the vaccine and the reported cases.
regulator: The totality of evidence supports the effectiveness of the product.
regulator: The committee concluded that the benefits of the medicine outweigh its risks.
regulator: The available data show that the drug is effective and that its side effects can be managed.
regulator: The vaccine meets our rigorous standards for safety, effectiveness and manufacturing quality.
regulator: Today's approval gives patients with this rare cancer a treatment that has been shown to extend life.
regulator: None of the concerns that led to the earlier rejection remain.
regulator: We are pleased to be able to recommend this treatment, which will be life-changing for many.
patients: It took away the pain that had been with me for half my life.
patients: Today's news is a light in the dark for our community.
patients: This drug is the reason I got to see my son graduate.
patients: We commend the agency for listening to our community and for showing flexibility where it is needed most.
patients: My skin cleared up within weeks and has stayed clear.
patients: I feel like I've been given a second chance.
patients: It bought us another two years together.
patients: I got my daughter back.
patients: We're absolutely over the moon that the NHS will pay for it.
patients: This is the news that families like ours have been waiting for.
patients: It's not a cure, but for us it means everything.
patients: We could not be happier.
professor: This is exactly the kind of drug that public investment was supposed to produce.
"""

AGAINST = """
company: The FDA has told us that it will need to see another study.
company: Generic competition came sooner and hit us harder than we had planned for.
company: We made the wrong call on the dose, and we paid for it.
company: Sales were held back by higher rebates and by fewer working days in the quarter.
company: The product did not sell as well as we had planned.
company: We have decided not to launch the product in Germany.
analyst: Sooner or later the company will have to come back to the market for cash.
analyst: It looks like investors wanted more.
analyst: The company has a long history of missing its own timelines.
analyst: With three rivals ahead of it, it is hard to see how the company carves out a meaningful share.
analyst: We move to the sidelines until there is more clarity.
analyst: The p-value only crosses the line if you exclude the Russian sites.
analyst: There isn't much here for the bulls to hold on to.
analyst: A 4% placebo-adjusted weight loss isn't going to cut it in a field where the leaders are at 15%.
analyst: We are cutting our probability of success to 35% from 60%.
analyst: The discontinuation rate of 18% jumps off the page.
analyst: The numbers came in at the bottom of the range that the Street was looking for.
analyst: We are removing the asset from our model altogether.
analyst: Payers are going to push back hard on that price.
analyst: The fact that the update was buried on page six of the release tells you most of what you need to know.
analyst: The bar was low, and the drug still could not clear it.
analyst: We think the stock will trade close to cash until there is a new plan.
analyst: Hopes that the drug would be a blockbuster have proved unfounded.
analyst: If the FDA insists on an outcomes study, the economics fall apart.
analyst: It's a me-too product in a market that is about to go generic.
analyst: The competitor's once-monthly shot simply looks better on every measure that matters.
investigator: These results do not justify changing the way we treat patients today.
investigator: We may be exposing thousands of healthy people to a risk they do not need to take.
investigator: The drug lowered cholesterol less than a statin does.
investigator: A quarter of the participants dropped out, which makes the results hard to trust.
investigator: The benefits, such as they are, do not last.
investigator: The difference between the groups was so small that no patient would notice it.
investigator: We must weigh a modest gain in memory against the risk of bleeding into the brain.
investigator: The drug helped mice, but it has done nothing for people.
investigator: Doctors should stop prescribing it until the cause of the bleeding is understood.
investigator: Patients on the drug were twice as likely to be hospitalized.
investigator: The comparison was stacked in favor of the new drug, because the control group was underdosed.
investigator: The drug moved the biomarker, and the patients got no better.
investigator: Most of the benefit disappeared once the drug was stopped.
investigator: We were hoping to see a 30 percent reduction, and we saw 12.
investigator: I find it disturbing that these results sat in a drawer for four years.
investigator: I was expecting a bigger effect.
investigator: The price puts it out of reach for most of the people who come to my clinic.
investigator: We were disappointed not to see an effect on cognition.
investigator: Many of the patients had side effects, and a quarter had to stop treatment.
investigator: There is no getting around the fact that more people died on the drug than on placebo.
investigator: With results like these, I cannot see how the vaccine could be licensed.
regulator: The committee was not persuaded that the claimed gain in survival was real.
regulator: We believe that people who take this product are at risk of serious infection.
regulator: Inspectors found that records had been altered and batches released that should have been thrown away.
regulator: Several of the concerns that led to the earlier rejection remain.
regulator: The sponsor's own analysis shows that the effect vanishes when the two largest sites are left out.
regulator: The company failed to investigate the complaints in a timely manner.
regulator: There are a number of irregularities at these sites that the sponsor cannot explain.
regulator: The advertisement overstates the efficacy of the drug and omits its most serious risks.
regulator: I don't feel that the benefit has been demonstrated.
regulator: I couldn't get past the imbalance in strokes.
regulator: The proposed indication is much broader than the data can support.
patients: How many more of us have to die before they listen?
patients: We're devastated and angry.
patients: I lost my hair, I lost my job and I still have the disease.
patients: The insurer said no three times.
patients: The program has been cancelled and we have no idea where to turn.
patients: My husband took it for eleven days and then he had a stroke.
patients: It's simply not right that where you live decides whether you get this drug.
patients: We call on the company to bring its price down to a level that the health service can pay.
patients: People will die waiting for a drug that they can get across the border in Scotland.
patients: This decision is cruel and makes no sense.
patients: A drug that nobody can afford does not help anybody.
professor: The company knew that its drug was killing people, and it kept on selling it.
professor: Accelerated approval has become a way to sell drugs that don't work.
professor: It's a national scandal.
professor: No family should have to choose between rent and insulin.
professor: It was marketing dressed up as science.
professor: I think a lot of people got rich from this, and the patients got hurt.
professor: You're paying for the brand, not for the benefit.
professor: We pay more for this drug than any other country in the world, and we get nothing for it.
professor: It's a textbook example of how a company can abuse the patent system.
"""

NEITHER = """
company: Dr. Lee brings 20 years of experience in oncology drug development.
company: We expect to report results in the third quarter.
company: We will continue to review the data and will present them at a medical meeting later this year.
company: The transaction is expected to close by the end of June, subject to customary conditions.
company: Under the terms of the agreement, we will receive $40 million up front.
company: Psoriasis affects 8 million people in the United States.
company: Ulcerative colitis is a chronic disease in which the immune system attacks the lining of the colon.
analyst: We maintain our neutral rating and our price target of $14.
analyst: The stock is trading roughly where it was before the data.
analyst: All eyes now turn to the second readout, which is expected before the end of the year.
analyst: The focus of the call will be on how the company plans to price the drug.
analyst: The key debate is whether the benefit holds in patients without the mutation.
analyst: Consensus sales for the drug in 2030 stand at $1.1 billion.
analyst: Trading at three times cash, the company has enough to get through the next two readouts.
investigator: More research is needed to understand how the drug works in women.
investigator: With results like these, it is natural to ask what the next study should look like.
investigator: The question now is whether treating earlier would help even more.
investigator: Longer studies in more diverse populations are needed before we can say how the two strategies compare.
investigator: The answer will depend on what the full data show.
investigator: There are currently two vaccines in late-stage development.
investigator: Not every patient will want an injection, and not every patient will want a pill.
investigator: We're now testing the combination in newly diagnosed patients and should know more in about two years.
regulator: Marketing authorization holders have been asked to submit data on all suspected cases reported since 2018.
regulator: The agency is evaluating the need for regulatory action.
regulator: We are looking into the reports and have asked the manufacturer for additional information.
regulator: The agency will decide by June 12 whether to accept the application for review.
patients: There is no single story of living with this disease, and people come to us at very different stages.
patients: Everyone's experience with the drug is different.
patients: We hear from people every day who want to know when the vaccine will be available in their area.
professor: The study will include 1,200 volunteers between the ages of 18 and 55.
professor: The trial is scheduled to begin on May 4 in federal court.
professor: The court will hear arguments from both sides in May.
professor: Three other companies are working on similar drugs.
professor: The lawsuit was filed in March 2019 by three former sales representatives.
"""

SPEAKERS = {
    "analyst": "Jane Roe, an analyst at Jefferies",
    "company": "Jane Roe, chief executive of Acmera Therapeutics",
    "investigator": "Dr. Jane Roe, a cardiologist at the University of Leeds",
    "patients": "Jane Roe, chief executive of the charity Lung Voices",
    "professor": "Jane Roe, a professor of law",
    "regulator": "Jane Roe, director of the FDA’s Office of New Drugs",
}


def quotations(table: str) -> list[tuple[str, str]]:
    """Speaker and words of each line."""
    return [(speaker, words) for speaker, _, words in (line.partition(": ") for line in table.strip().splitlines())]


def judged(extract, speaker: str, words: str) -> str:
    """The polarity of words that a speaker says in an article of their own."""
    said = words if words[-1] in "?!" else words.rstrip(".") + ","
    (quote,) = [quote for quote in extract(f"“{said}” said {SPEAKERS[speaker]}.").quotes if quote.direct]
    return quote.polarity


@pytest.mark.parametrize(("speaker", "words"), quotations(FOR), ids=lambda value: value[:40])
def test_for(extract, speaker, words):
    assert judged(extract, speaker, words) == "positive"


@pytest.mark.parametrize(("speaker", "words"), quotations(AGAINST), ids=lambda value: value[:40])
def test_against(extract, speaker, words):
    assert judged(extract, speaker, words) == "negative"


@pytest.mark.parametrize(("speaker", "words"), quotations(NEITHER), ids=lambda value: value[:40])
def test_neither(extract, speaker, words):
    assert judged(extract, speaker, words) == "neutral"
