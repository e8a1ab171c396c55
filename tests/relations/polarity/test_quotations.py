"""What people say for, against or neither: analysts, investigators, regulators, patients, companies, critics."""

from __future__ import annotations

import pytest

FOR = """
company: Our cash position allows us to fund operations into 2029.
company: We have resolved all of the issues that the agency raised in its letter.
company: We priced the drug responsibly.
company: We delivered another quarter of double-digit growth.
company: The response from physicians has been overwhelming.
company: We are confident that the issues raised in the letter can be resolved within a few months.
company: Our results this quarter reflect higher demand, lower costs and a favorable currency.
company: The first patients are already benefiting.
company: Today marks the beginning of a new chapter for our company.
company: The allegations are false.
company: Patients have been asking for this for years.
company: With two approved products and a third under review, we have entered a new phase of growth.
company: With this approval we can now bring the drug to the 200,000 people in Europe who live with the disease.
company: We stand behind the safety of our medicine, which has been used by more than two million people.
company: The FDA has told us that no further trials will be needed.
analyst: The FDA has handed the company a much easier path than anybody thought possible.
analyst: We view the setback as temporary and continue to like the story.
analyst: We had not expected a hit on every secondary endpoint.
analyst: A cleaner liver profile than its predecessor is what matters most here.
analyst: The deal fills a hole in the pipeline at a sensible price.
analyst: The drug could become the backbone of treatment in first-line disease.
analyst: The FDA's willingness to accept a single trial is a clear positive for the shares.
analyst: This clears the way for a filing in the first half, and we raise our peak sales estimate to $2.4 billion.
analyst: The stars are aligning for this company.
analyst: Prescription data point to the fastest launch of any migraine drug.
investigator: The vaccine held up well against the new strain.
investigator: Blood sugar control improved within days, and several patients were able to give up insulin.
investigator: It's the largest effect on mortality I have seen in 20 years of heart failure trials.
investigator: It fills a gap for those who can't take a triptan.
investigator: The side effects were what we see with placebo.
investigator: Patients lived a median of five months longer, and their quality of life did not suffer.
investigator: The trial leaves little doubt that earlier treatment is better.
investigator: It means fewer heart attacks, fewer strokes and fewer deaths.
investigator: It is remarkable how quickly they felt better.
investigator: Nobody needed a transfusion after month six.
investigator: A treatment like this could spare many women from having to have surgery.
investigator: We saw tumors shrink in patients who had failed everything else.
investigator: There's been nothing new for these patients since 1996, so this is very welcome.
investigator: The drug lowered cholesterol without raising liver enzymes.
investigator: It's not a cure, but it is a huge step forward for these children.
investigator: Half of the patients on the high dose no longer had any detectable disease.
investigator: With this vaccine, we could get rid of the disease within a generation.
investigator: Adding the drug to chemotherapy nearly doubled the time before the cancer came back.
investigator: The early promise has been borne out.
investigator: We were struck by how early the curves separated.
investigator: It gives us the ability to treat people who could not be treated until now.
investigator: It is heartening to see that even the sickest patients benefited.
investigator: The methods are sound and the conclusions are justified.
investigator: That's a number needed to treat of eight, which is astonishingly low.
investigator: I'm cautiously optimistic.
investigator: Few of the patients had side effects, and nobody had to stop treatment.
regulator: There is nothing in these reports that should keep people from taking the vaccine.
regulator: We have found no link between the vaccine and the reported cases.
regulator: The totality of evidence supports the effectiveness of the product.
regulator: I voted yes, because the need is great and the safety data looked good to me.
regulator: Children with this disease will have a treatment of their own for the first time.
regulator: The risk is small and it can be monitored, so I felt comfortable voting in favor.
regulator: None of the concerns that led to the earlier rejection remain.
regulator: We are pleased to be able to recommend this treatment, which will be life-changing for many.
regulator: Approving this application addresses an urgent need of patients with no other options.
regulator: The available data show that the drug is effective and that its side effects can be managed.
patients: I got my daughter back.
patients: It bought us another two years together.
patients: Thousands of people whose lives have been on hold can now look to the future with confidence.
patients: We're absolutely over the moon that the NHS will pay for it.
patients: I was able to dance at my daughter's wedding.
patients: Our community has fought long and hard for this day.
patients: This is a victory for everyone who refused to give up.
patients: After ten years of campaigning we can finally tell our members that help is on its way.
patients: It's not a cure, but for us it means everything.
patients: I feel like I've been given a second chance.
patients: We urge the government to make it available to every patient who could benefit.
patients: He went from 40 seizures a day to none.
professor: The state did well to strike this bargain.
professor: By allowing these imports the state is at long last putting patients ahead of drug company profits.
professor: The deal will get the drug to poor countries at cost.
"""

AGAINST = """
company: We have made the hard choice to reduce our workforce by about 40%.
company: Unfortunately the study did not give the answer that we were looking for.
company: We regret any distress that the recall may cause to patients and their families.
company: Generic competition came sooner and hit us harder than we had planned for.
company: As a result of this decision, we will lay off about 200 people.
company: The judge's decision is wrong, and it puts at risk the incentive to invest in new medicines.
company: Sales were held back by higher rebates and by fewer working days in the quarter.
company: We no longer see a path to approval in this indication.
company: The product did not sell as well as we had planned.
company: A batch was contaminated at our supplier, and deliveries in the fourth quarter will be affected.
analyst: New prescriptions have flattened out over the past eight weeks.
analyst: The competitor's once-monthly shot simply looks better on every measure that matters.
analyst: Another equity offering now looks unavoidable.
analyst: The premium at which the stock trades is hard to defend.
analyst: The company's stumble leaves the field wide open for its competitors.
analyst: This adds to the list of worries.
analyst: If the FDA insists on an outcomes study, the economics fall apart.
analyst: The odds of success for this program have always been low, and now they are lower.
analyst: We think the stock will trade close to cash until there is a new plan.
analyst: There are simply too many unknowns for us to recommend the shares.
analyst: The six deaths on the active arm are impossible for regulators to overlook.
analyst: We have little confidence that a second trial would turn out differently.
analyst: The bar was low, and the drug still could not clear it.
analyst: We think that the FDA will have little choice but to reject the drug.
analyst: Hopes that the drug would be a blockbuster have proved unfounded.
analyst: Sales of the drug could halve next year.
analyst: Having paid a fortune for the drug, the company has nothing to show for it.
analyst: It will be an uphill fight to win back the trust of investors.
analyst: With no late-stage product to take its place, the loss of the patent will keep weighing down the stock.
analyst: We are cutting our probability of success to 35% from 60%.
investigator: The methods are weak and the conclusions are not justified.
investigator: The side effects that we saw were not trivial: four patients had to be ventilated and two of them died.
investigator: There is something troubling about a drug that shrinks tumors but does not extend life.
investigator: We should not be rushing a vaccine to market on the basis of antibody levels alone.
investigator: I was expecting a bigger effect.
investigator: Patients on the drug were twice as likely to be hospitalized.
investigator: We were disappointed not to see an effect on cognition.
investigator: It raises the possibility that the drug does harm in people with kidney disease.
investigator: I can't get excited about a drug that buys people nine days.
investigator: A quarter of the participants dropped out, which makes the results hard to trust.
investigator: It is sobering to see that not even the healthiest patients benefited.
investigator: The vaccine offered almost no protection against the new strain.
investigator: Women who got the drug were twice as likely to see their cancer return.
investigator: Doctors should stop prescribing it until the cause of the bleeding is understood.
investigator: You have to ask whether two extra months, much of it spent feeling ill, are worth $150,000.
investigator: We were hoping to see a 30 percent reduction, and we saw 12.
investigator: The drug helped mice, but it has done nothing for people.
investigator: We had really hoped that this would work, but it didn't.
regulator: The application cannot be approved in its present form.
regulator: I felt that the benefit was not clear enough, and I voted against.
regulator: Inspectors found that records had been altered and batches released that should have been thrown away.
regulator: The trial was stopped because patients who got the drug fared worse.
regulator: The company has not shown that the product works in the population for which it seeks approval.
regulator: I voted no. The study was too short and the endpoint was changed halfway through.
regulator: The manufacturer kept these results from us.
regulator: Children must not be given this medicine under any circumstances.
regulator: The marketing authorization should be suspended across the EU.
regulator: The sponsor did not answer our questions.
patients: It costs more than my mortgage.
patients: We have waited eight years for this, and now we are told to wait again.
patients: We're devastated and angry.
patients: It has been one side effect after another.
patients: It's simply not right that where you live decides whether you get this drug.
patients: She went from being a healthy teenager to being unable to leave her bed.
patients: I curse the day I took that pill.
patients: This decision is cruel and makes no sense.
patients: Patients deserve better than this.
patients: Without insurance, it might as well not exist.
patients: We are heartbroken that this door has been closed.
patients: Our community feels betrayed.
patients: A drug that nobody can afford does not help anybody.
patients: I lost my hair, I lost my job and I still have the disease.
patients: How many more of us have to die before they listen?
patients: I ended up in hospital twice, and I stopped taking it after that.
professor: It's a textbook example of how a company can abuse the patent system.
professor: It's a national scandal.
professor: I think a lot of people got rich from this, and the patients got hurt.
professor: Documents show that executives knew of the risk years before they told doctors.
professor: The company put profits before the lives of patients.
professor: The settlement lets the company off the hook.
professor: We pay more for this drug than any other country in the world, and we get nothing for it.
professor: They knew about the deaths for two years and said nothing.
"""

NEITHER = """
company: Shareholders of record on May 12 will receive one new share for every ten they hold.
company: Ulcerative colitis is a chronic disease in which the immune system attacks the lining of the colon.
company: We intend to request a meeting with the FDA to discuss next steps.
company: The company has 420 employees and is based in Leiden.
company: Our chief medical officer will take questions at the end of the presentation.
company: We will take the time to analyze the full data set before we decide on the way forward.
company: Recruitment for the study is open at 60 sites in Europe and North America.
company: The study compares our drug with the current standard of care.
company: Psoriasis affects 8 million people in the United States.
analyst: The stock moved little because most investors had been expecting this.
analyst: Consensus has barely moved since the spring.
analyst: All eyes now turn to the second readout, which is expected before the end of the year.
analyst: Whether the company can meet that target depends on how quickly it can hire.
analyst: The chance of another disappointment is balanced by the possibility of good news from the earlier programs.
investigator: If a patient asks me about it, I tell them what is known and what is not.
investigator: Women who got the drug were on average 61 years old.
investigator: The vaccine is given in two doses, three weeks apart.
investigator: Each participant was followed for at least a year after the last dose.
investigator: More research is needed to understand how the drug works in women.
investigator: What we need now is a head-to-head trial.
investigator: We measured cognition every six months with a set of 12 tests.
investigator: Patients were allowed to take rescue medication if their pain became severe.
investigator: Blood sugar was measured four times a day with a sensor under the skin.
investigator: It's too early to know if the vaccine will protect against the new variants.
investigator: Not every patient will want an injection, and not every patient will want a pill.
regulator: We will publish the full reasons for our decision, together with the assessment report, in the coming weeks.
regulator: The comment period will remain open for 60 days.
regulator: It was a close call, and I could have gone either way.
regulator: The notice will be published in the Federal Register on Thursday.
regulator: The product is under additional monitoring.
patients: We hear from people every day who want to know when the vaccine will be available in their area.
patients: My doctor told me about the trial, and I decided to take part.
patients: There are 40,000 people in this country living with the condition, and most were diagnosed late.
professor: The report runs to 300 pages.
professor: The trial is scheduled to begin on May 4 in federal court.
professor: Three other companies are working on similar drugs.
professor: The study will include 1,200 volunteers between the ages of 18 and 55.
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
