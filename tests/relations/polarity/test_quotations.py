"""What people say for, against or neither: analysts, investigators, regulators, patients, companies, critics."""

from __future__ import annotations

import pytest

FOR = """
analyst: The data support our view that the drug can become standard of care.
analyst: It has considerable commercial potential.
investigator: The drug did what it was supposed to do.
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
company: We now have a second large study that says the same thing as the first.
company: What stands out to us is how quickly patients responded and how few of them left the study.
company: Having the rights back in our own hands gives us full control of the launch and of its economics.
analyst: At this price the market is giving almost no credit to a drug that just cut attacks in half.
analyst: Management has now executed on every item it promised at the start of the year.
investigator: The difference was there at week two and it never went away.
investigator: If I had a daughter with this illness, this is what I would want her to be on.
regulator: With this approval, adults who cannot take triptans have something they can turn to.
patients: Our members have told us for years that they want a pill and not a needle, and today they got one.
volunteer: I wake up and the first thing I notice is that nothing hurts.
company: Today’s decision brings us one step closer to our goal of giving people with migraine a tablet that they can take at the first sign of an attack.
company: These data build on what we saw in phase 2 and give us the confidence to move straight into a registration program.
company: The financing that we closed in May takes us well past the readout and lets us negotiate from a position of strength.
analyst: We expect estimates to move up after this print and would be buyers on any weakness.
analyst: The Street was braced for something much worse.
analyst: A black-box warning was the bear case, and it did not happen.
investigator: For people who are in bed four days a week, getting two of those days back changes everything.
investigator: The side effects were the kind that patients can live with, and they passed after the first month.
investigator: This is a well-done trial with a clear answer.
regulator: The review team did not identify any issue that would stand in the way of approval.
company: The feedback that we have had from physicians since the meeting has gone beyond what I had imagined.
company: Importantly, nobody on the drug needed dialysis, and kidney function stayed where it was for two years.
company: This agreement brings in $80 million up front and a partner with a sales force in every country that matters.
analyst: We came away from the dinner with the founders more convinced that this team can pull it off.
investigator: We could take most of them off their inhalers altogether.
investigator: For patients who cannot come in every four weeks, an option that they can use at home is a relief.
regulator: On the totality of the evidence the division is recommending approval.
patients: We hope that the insurers will cover it from day one, because it works and people need it.
company: We are delighted that the Committee has recommended lorvexin and look forward to bringing this medicine to people with migraine in Europe as soon as possible.
company: The consistency of the response across age groups, baseline severity and prior treatment supports the broad utility of lorvexin in clinical practice.
company: This collaboration combines our expertise in neuroscience with a partner that has a proven track record of building global brands.
company: Lorvexin was generally well tolerated, and most adverse events were mild or moderate and resolved without treatment.
analyst: We think the data are more than good enough for approval and see the sell-off as overdone.
analyst: Lorvexin's efficacy and tolerability are best-in-class in our view, and we raise our probability of success to 80% from 65%.
investigator: This is the first time that a treatment has been shown to modify the course of the disease.
investigator: It's a really important study that will change the guidelines.
investigator: The magnitude of the benefit is impressive, although it comes at a cost.
regulator: Today's action provides an important new treatment option for patients with this serious condition.
patients: This is a momentous day for the migraine community, who have waited decades for a treatment designed for them.
company: The positive opinion is an important recognition of the clinical value of lorvexin and of years of hard work by our teams.
company: Based on the strength of these data, we intend to file for full approval later this year.
company: We ended the quarter with $212 million in cash, which funds us through several important milestones.
company: We believe lorvexin could be the first oral medicine of its kind and has the potential to address the needs of millions of people.
analyst: Lorvexin sales of $310 million beat consensus by 8%, driven by higher volume.
analyst: In our view, the safety update should put to rest the debate about the heart.
investigator: It was very gratifying to see such a strong and sustained response in patients who had run out of options.
investigator: Lorvexin cut the risk of hospitalization by a third, with a safety profile similar to that of placebo.
investigator: Having an oral option will make a big difference for patients who live far from a clinic.
regulator: The benefits of the vaccine continue to outweigh its risks.
regulator: We are pleased to be able to recommend this treatment, which is good value for the taxpayer.
patients: Access to new treatments like this can be life-changing for people who have been living with migraine for years.
company: We are proud to have delivered the first approved treatment for this form of migraine and thank everyone who made it possible.
company: Treatment with lorvexin led to rapid, robust and sustained reductions in attacks that were consistent across both studies.
company: We expect the launch to be accretive to earnings in its first full year.
company: We are very happy with the profile that is emerging.
analyst: We would not read too much into the miss, as it was caused by the timing of shipments.
analyst: The approval came three months earlier than we had assumed.
analyst: The hurdle for the next readout is low, and we think that the odds favor the company.
investigator: More than half of the participants had no attacks at all in the last three months of the study.
investigator: Overall, the treatment was safe, feasible and well accepted by patients and their families.
investigator: This is the kind of evidence we have been waiting for, and it should be put into practice.
investigator: The safety data are reassuring, particularly for older patients.
regulator: The committee concluded that lorvexin is likely to be a cost-effective use of NHS resources.
company: For too long, people with migraine have had to choose between relief and side effects. Lorvexin was designed to end that trade-off, and the results announced today suggest that it does.
company: Migraine is a leading cause of disability in young adults. We are committed to advancing lorvexin through late-stage development and to delivering it to patients as quickly as possible.
company: We are executing on our strategy and remain on track to file in the fourth quarter. Our balance sheet is strong, and we have everything we need for a successful launch.
analyst: The data check all of the boxes. We see lorvexin as a multi-billion-dollar product and reiterate our buy rating.
analyst: We think the market has this wrong. The drug works, the label will be clean, and the patents run until 2039.
investigator: There is now no doubt that early treatment is better than waiting.
investigator: It isn't perfect, but for patients with no other choice it's a step forward.
investigator: I was skeptical at first, but the longer follow-up has convinced me.
regulator: After a thorough review of the evidence, experts have concluded that the vaccine is safe and effective.
patients: We are thrilled that people in Scotland will now have access to lorvexin on the NHS.
volunteer: I have not had an attack since the second injection, and I have started running again.
company: The approval of lorvexin marks the culmination of a decade of research and gives us a foundation on which to build.
company: We observed clinically meaningful improvements across all prespecified endpoints, including in patients with the most severe disease.
company: Lorvexin had its best quarter ever, with sales up 34%.
company: Patients who stayed on treatment continued to improve through the second year.
analyst: The bears have been wrong on this name for three years, and today's numbers show why.
analyst: Despite the delay, we remain buyers, because nothing in the letter calls the efficacy into question.
investigator: Patients went from needing help with everything to living on their own.
investigator: The drug stopped the disease in its tracks in two-thirds of patients.
investigator: I'm impressed. The effect is larger than I would have guessed, and it was seen in every subgroup.
regulator: Patients should feel confident in the safety and quality of this vaccine.
patients: It gives people back control over a disease that has controlled them.
company: These results validate our approach and mark the first time that an oral therapy has shown this level of activity in refractory patients.
company: It is rare to see a safety profile this clean in a population this sick.
company: The settlement removes a distraction and lets us focus on patients.
analyst: This is the outcome that bulls were hoping for.
analyst: The company has cash into 2029, three readouts next year and no debt.
analyst: Feedback from the physicians we surveyed points to rapid adoption.
investigator: Three out of four patients were still in remission at two years, which we have never achieved before in this disease.
investigator: It could spare thousands of people a transplant.
investigator: I'm excited about it, and my patients have been asking for it for months.
regulator: The new indication gives doctors another tool to help patients with a disease that is hard to treat.
patients: After years of campaigning, this is the news our community has been hoping for.
volunteer: Within a week I could hold a cup of coffee without spilling it.
company: Today's announcement is an important step in our mission to bring lorvexin to people who need it.
company: We are encouraged by the early signs of efficacy and by the absence of dose-limiting toxicities.
company: With the FDA's acceptance of our application, we are one step closer to offering a new option to patients.
analyst: We see today's weakness as an attractive entry point.
analyst: Lorvexin's launch is tracking well ahead of our estimates.
analyst: The clean safety profile should give lorvexin an edge over its competitors.
investigator: We saw a clear and consistent benefit regardless of age or sex.
investigator: These patients now have a treatment that can change the course of their disease.
investigator: These are very exciting results, and I think they will be practice-changing.
regulator: We found the evidence of effectiveness to be substantial and persuasive.
patients: Lorvexin has given me back the ability to plan my life.
company: We believe that lorvexin, if approved, would become an important option for people who do not respond to existing drugs.
company: The durability of the effect is particularly encouraging, with most patients maintaining their response at one year.
company: Prescriptions have grown every week since launch, and more than 80% of commercially insured patients are covered.
company: Our decision to invest in manufacturing early is now paying dividends.
analyst: We would be aggressive buyers here.
analyst: The readout derisks the rest of the program.
analyst: Few drugs in this class have shown numbers like these.
investigator: The improvement in function was greater than with any drug we have tested so far.
investigator: It was striking how many of them wanted to stay on it.
investigator: This is a win for patients.
investigator: The trial was rigorously done, and the answer is unequivocal.
regulator: Approval was granted on the basis of two trials in which the drug reduced attacks significantly.
patients: It's hard to overstate what this means to families.
company: We are extremely pleased with the outcome of the meeting and with the clarity that it gives us on the path to approval.
company: No patient in the high-dose group had a relapse.
company: Lorvexin now reaches patients in 42 countries.
analyst: With today's approval, a key risk is out of the way.
analyst: The company remains one of our favorite ideas for the year.
investigator: It reduced the need for opioids by more than half.
investigator: For the first time I have something to offer these patients.
regulator: The panel agreed by 11 votes to 1 that the benefits justify the risks.
volunteer: My daughter slept through the night for the first time in years.
analyst: Investors set a low bar for this readout, and the company cleared it with room to spare.
analyst: Side effect rates compare well with those of the two products already on the market.
investigator: This gives us something to offer people who until now left the clinic with nothing.
regulator: The committee was satisfied that the medicine works and that its price is a fair use of health service money.
patients: For the first time somebody has made something for our children.
company: Enrollment is ahead of plan, and we now expect topline results a quarter sooner.
analyst: We see the market's response as larger than the news deserves and would buy here.
analyst: Tolerability looks to be at the good end of our range, without anything new on vomiting.
analyst: With three quarters of the patients off oxygen by day ten, we think the agency will move quickly.
investigator: The reduction in strokes was there in men and women, young and old, with or without diabetes.
company: We have now treated more than 300 patients and have not seen a single case of rejection.
analyst: We give it three chances in four of winning the agency's blessing.
analyst: Scripts are tracking well ahead of where its predecessor stood at the same point.
professor: Capping the price at $35 a month will keep people from skipping doses.
patients: The committee listened, and thousands of families will sleep better tonight.
regulator: Inspectors have confirmed that the problems at the plant have been put right.
investigator: Patients on the drug spent half as many days in hospital as those on placebo.
investigator: If this holds up in phase 3, I will be prescribing it on the first day.
company: Today's decision means that doctors in Japan will have this medicine in their hands by the summer.
company: With these data in hand, we are ready to file on both sides of the Atlantic.
investigator: The separation showed up by week four and it was still widening when the study closed.
investigator: Nine of ten patients who reached remission were still there a year later.
investigator: For patients who can't have surgery, this is a real alternative.
regulator: The benefits of the vaccine continue to far exceed its known risks.
patients: My mother has her memory back, at least for now, and we will take every day of it.
company: We have more than enough cash to take both programs to their readouts.
company: The FDA did not ask for any additional studies.
analyst: The label came out cleaner than investors had feared.
analyst: This is about as strong a result as the company could have asked for.
analyst: A buyer would be getting the whole pipeline for free at this level.
investigator: I have waited my whole career for a drug like this.
investigator: We now have proof that lowering inflammation lowers the risk of heart attacks.
regulator: This gives doctors and patients another tool in the fight against drug-resistant infections.
patients: He slept through the night for the first time since he was born.
company: Our partner's decision to exercise its option speaks to the quality of the data.
analyst: The safety database is small, but what is there looks clean and the effect is large.
analyst: The patent ruling removes the threat of a generic until 2031.
investigator: Children who could not sit up before treatment are now running around.
investigator: The infusion reactions were mild and easily treated, and nobody dropped out because of them.
regulator: With today's action, adults with this rare cancer have their first targeted therapy.
patients: Two years ago she weighed forty pounds, and today she is back at school and playing soccer.
company: Our second product is growing faster than our first did at this stage.
company: We are grateful to the FDA for the speed with which it reviewed our application.
analyst: We came away from the meeting more positive on the stock.
analyst: It checks the safety box, which was the main thing we were watching.
investigator: The drug worked just as well in people over 75.
investigator: We did not see the rise in liver enzymes that ended the development of earlier drugs in this class.
regulator: The agency worked with the company to bring this treatment to patients quickly.
patients: Before this drug I could not hold my baby, and now I can.
company: Physicians tell us that they are reaching for it earlier in the course of the disease.
company: This gives us a second shot on goal in a market worth $10 billion.
analyst: Early launch metrics suggest that the Street is too low.
analyst: Investors are underestimating how big this market can become.
analyst: Management has delivered on everything it promised when it took over.
investigator: We were able to take most of these patients off steroids entirely.
investigator: The vaccine prevented nine out of ten hospital admissions in this age group.
investigator: These are patients who would otherwise have died.
regulator: We have concluded that the vaccine is safe for children from the age of five.
company: We are on course to file before the end of the year.
analyst: This takes the biggest question about the story off the table.
investigator: The curves split early and they keep moving apart.
regulator: The evidence before us was more than sufficient to support the claim.
company: To our knowledge this is the first time that anyone has shown an effect on survival in this form of the disease.
analyst: This is a clear win for patients with few options.
analyst: The company now has a straight shot at approval.
analyst: We can see this drug becoming the first choice for most doctors.
analyst: The data check every box that we had.
analyst: We think the market is missing how big this can be.
analyst: This should quiet the skeptics.
analyst: It's hard to find fault with these data.
analyst: We could not find anything in the release that would worry us.
analyst: The company is in the driver's seat.
analyst: They now have the cash to see it through.
investigator: We've never had anything like this for these patients.
investigator: I would have no hesitation in prescribing it.
investigator: People who took the drug were half as likely to die.
investigator: It does what it says on the tin.
investigator: The effect was there in every group that we looked at.
investigator: We can finally offer these patients something.
investigator: This will change what I tell patients in my clinic on Monday.
investigator: I think we can now say with confidence that this works.
regulator: I thought that the sponsor made its case.
regulator: The data were consistent across the trials, and I had no trouble voting yes.
regulator: This gives doctors another tool.
patients: It gave us our son back.
patients: I can do things now that I couldn't do a year ago.
patients: We've been waiting for this day for a long time.
patients: It was worth every minute of the wait.
company: The study delivered on everything we had set out to show.
company: We could not be happier with how the launch is going.
company: These results speak for themselves.
analyst: We think that this deal makes a lot of sense for both sides.
analyst: The safety update removes the one thing that kept us on the sidelines.
investigator: If these results hold up, we'll be using this in everybody.
investigator: There was a real difference, you could see it from the first month, and it kept growing.
investigator: For a drug at this stage, you couldn't ask for more.
regulator: Those who took part in the trials did markedly better than those who didn't.
patients: I'm back at work full time, and I haven't had an attack since last summer.
company: Every one of the patients who completed the study asked to stay on the drug.
company: We're very encouraged that the agency agreed with our proposal for a single pivotal trial.
professor: Other states should copy this as soon as they can.
analyst: We came in skeptical and left impressed.
analyst: The label is as good as anyone could have wished for.
investigator: It's a simple tablet, it's cheap, and it keeps people out of the hospital.
investigator: I didn't expect to see a result like this in my career.
investigator: Most of my patients notice the difference within a week.
regulator: It meets a real need and does so at a price that the health service can justify.
patients: I can plan things again without worrying about whether I'll be well enough.
company: The agency has accepted our plan, and we can now move forward.
professor: I give them credit for putting all of the data out there.
analyst: There's a lot to like here, from the once-weekly dosing to the clean liver panel.
analyst: Demand is running well ahead of supply.
investigator: It works faster than anything we have, and it keeps working.
regulator: We did not see any sign of harm in the children who received it.
patients: My son said his first words three months after the infusion.
company: The physicians we talk to can't wait to get their hands on it.
company: Our partner has doubled its order for next year.
professor: This is how the system is supposed to work.
analyst: The market got what it wanted and a little more.
analyst: This is the cleanest data set that we have seen in the class.
investigator: I think that we are finally getting somewhere with this disease.
investigator: A year on, four out of five of them are still in remission.
regulator: The benefits were large enough that the committee had no doubt about its recommendation.
patients: I've got my energy back, and I'm able to look after my grandchildren.
company: The team got this done six months ahead of plan and under budget.
company: The data give us everything that we need for a filing.
professor: Here is a case where the regulators got it exactly right.
analyst: The quarter was better on nearly every line, and the outlook went up.
investigator: For a first study in people, this is about as good as it gets.
investigator: Patients tell us that they sleep better and that they have fewer bad days.
investigator: We haven't had a new class of drugs for this in 30 years, so it's a big deal.
regulator: The data left us in no doubt that the vaccine protects older adults.
patients: It's given me a reason to get up in the morning.
company: We ended the year with more cash than we had planned and no debt.
company: The response rates that we've seen so far would put us among the best in the field.
professor: It's good policy, and it will save lives.
analyst: With this behind them, the company can focus on the launch.
investigator: It's the kind of result you hope for but rarely see.
investigator: People could go about their lives and forget that they had the disease.
investigator: We can use a lower dose of steroids, and that's what patients care about most.
regulator: The sponsor has addressed all of our earlier questions.
patients: The difference was like night and day.
company: We finished the year on a high note, with both launches ahead of plan.
professor: The price is fair, and that is not something I say often.
analyst: We see this as a best-case outcome for the company.
analyst: The data look strong across the board, and we think approval is now very likely.
investigator: This is a huge advance for our patients.
investigator: We were very impressed by how well people tolerated it.
investigator: It offers an effective and convenient option for people who don't want injections.
regulator: Today's approval gives patients and doctors an important new option.
patients: I feel better than I have in years.
company: We're thrilled with these results, which exceeded our expectations.
company: We believe that this could become the new standard of care.
investigator: A five-year survival rate of nearly ninety per cent is wonderful news.
investigator: I find it hard to put into words how much this will mean to families.
company: We cannot stress enough how important this decision is.
analyst: It is difficult to imagine a cleaner data set.
analyst: They could hardly have asked for a better outcome.
"""

AGAINST = """
analyst: We see limited commercial potential given the competition.
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
company: This is not the outcome we had worked toward, and our hearts are with the families who took part.
analyst: We no longer see a way for lorvexin to reach patients before 2029, and we have taken it out of our model.
analyst: The curves cross at month nine, which is hard to explain away.
analyst: Our channel checks suggest that doctors are parking new patients elsewhere until the label is settled.
investigator: The signal that we saw in the smaller study simply was not there when we looked in 900 people.
regulator: The application did not contain what we need to conclude that the drug does what the sponsor says.
regulator: The committee could not find a way to make the numbers work at the price that the company wants.
patients: It is hard to celebrate a medicine that most of our members will never be able to afford.
professor: This pill should have stayed in the laboratory.
company: While we are disappointed, we respect the agency’s view and will work with it to understand what else would be required.
company: The placebo group did far better than we had planned for, and that wiped out the difference we were hoping to find.
company: We underestimated how long it would take to get insurers on board.
analyst: With two more entrants due next year, we struggle to see how lorvexin gets to the $1 billion that bulls have in mind.
analyst: The company burned $90 million in the quarter and has a little over two quarters of money left.
investigator: We had every reason to believe that it would work, and it didn't.
investigator: The benefit was gone as soon as people stopped the drug.
investigator: I worry about what this does to the liver of someone who takes it for ten years.
regulator: We found that the sponsor had changed its main measure after it had seen the data.
patients: Families were told to wait, and now they are told that they waited for nothing.
professor: They tested it against a sugar pill when there are six generic drugs that do the same job.
company: We have decided to stop all work on the program and to part with about a third of our people.
company: Two of the deaths cannot be separated from the medicine with the information that we have today.
analyst: The stock has doubled on nothing but hope.
analyst: Doctors told us that they would keep it in reserve for when everything else has been tried.
analyst: Every month of delay hands another slice of the market to Corrigan.
investigator: It did well in mice and did nothing in people.
investigator: We had to send a letter to every participant to tell them to stop taking the tablets.
investigator: This is a very expensive way of getting what an aspirin will get you.
investigator: A third of the participants vanished from the analysis, and nobody tells us why.
professor: The agency bent its own rules to get this over the line.
volunteer: I had to quit after three weeks because I could not keep anything down.
company: While these results are not what we had hoped for, we are grateful to the patients and investigators who took part in the study.
company: Based on the recommendation of the independent monitoring committee, we have made the difficult decision to discontinue the trial.
analyst: The update is a clear negative for the shares, as it pushes the launch into 2028 and increases the likelihood of a capital raise.
analyst: Efficacy looks broadly similar to the competition, but the liver enzyme elevations raise questions about the commercial opportunity.
investigator: Although numerically favorable, the difference between the groups was not statistically significant.
investigator: I'm somewhat skeptical, because the effect size is small and the follow-up is short.
investigator: There are real questions about whether a change of that size is clinically meaningful to patients.
regulator: These products have not been shown to be safe or effective, and consumers should not use them.
regulator: Unfortunately, the clinical evidence was too uncertain to recommend lorvexin as a cost-effective use of NHS resources.
patients: It is deeply disappointing that patients in England will be denied a medicine that is routinely available elsewhere in Europe.
professor: There is no justification for a price like this, and taxpayers are footing the bill.
company: We identified an imbalance in cardiovascular events between the groups and have informed regulators and investigators.
company: Sales in the quarter were affected by inventory reductions at wholesalers and by the loss of exclusivity in Germany.
analyst: We are downgrading the shares to neutral as we see limited upside and a lack of catalysts over the next 12 months.
analyst: The trial's failure removes what had been the main driver of our valuation.
analyst: The lack of a dose response and the high dropout rate make it hard to be enthusiastic.
investigator: Our study shows that the risk of bleeding was about 40% higher among people who took the drug.
investigator: The drug's benefits are modest at best, and the risks are real.
investigator: I don't think these results will change practice.
regulator: The submitted data do not provide sufficient evidence of efficacy in the proposed population.
patients: We are calling on the company and NHS England to get back around the table and agree a fair price.
professor: Patients are being asked to pay thousands of dollars for a drug that was developed with public money.
volunteer: I felt dizzy and confused all the time, and in the end I told them that I was done.
company: The transaction did not receive the required approval, and we are now exploring strategic alternatives, including a sale of the company.
company: Lower demand and higher rebates in the United States weighed on revenue.
analyst: Expectations were high going into this readout, and the company did not deliver.
analyst: The company will have to run another trial, which could take two years and cost over $100 million.
analyst: We think the risk-reward is skewed to the downside ahead of the panel.
investigator: There was no difference between the drug and placebo on any of the outcomes that we measured.
investigator: Four patients developed hepatitis, and one of them needed a transplant.
investigator: The results are hard to interpret because so many people left the study early.
investigator: It's disappointing, but I can't say I'm surprised.
regulator: We remain concerned about the misuse of the product among young people.
patients: People with migraine have been let down once again by a system that puts cost before care.
professor: The evidence that this drug does anything at all is remarkably thin.
company: We are surprised by the agency's position and strongly disagree with its interpretation of the data. We will request a meeting as soon as possible.
company: Unfortunately, the study did not show the benefit that we had anticipated. We will analyze the full data before we decide on next steps.
analyst: The stock is down today, and rightly so. The efficacy bar in this indication has moved, and lorvexin does not clear it.
analyst: We are moving to the sidelines. Without a partner, we do not see how the company can fund a trial of this size.
investigator: We stopped the trial early because more people were dying on the drug than on placebo.
investigator: The headline sounds great, but when you look at the numbers, nine out of ten patients got nothing from it.
investigator: We have seen this movie before with other drugs of this class, and it did not end well.
regulator: We cannot approve a product whose manufacturer is unable to make it the same way twice.
regulator: The company's estimates rest on assumptions that the committee did not consider plausible.
patients: For families like ours the decision feels like a door being slammed.
professor: Congress should ask why Americans pay four times what the French pay for the same pill.
professor: There are safer alternatives, and the drug should come off the market.
company: In light of these findings, we no longer plan to pursue lorvexin in this indication.
company: We recognize that this news is difficult for patients and for the employees who have worked so hard on the program.
analyst: The data are good, not great, and good may not be enough in a market this crowded.
analyst: We cut our estimates for lorvexin by 40% to reflect slower uptake and a later launch in Europe.
analyst: The safety finding is a significant overhang, and we expect the shares to remain under pressure until it is resolved.
analyst: Given the price that Corrigan paid, we struggle to see a return on this deal.
investigator: The rate of serious infections was twice as high in the treated group.
investigator: We did not find evidence that it prevents attacks in adolescents.
investigator: There's a big gap between what has been promised and what has been shown.
investigator: This could give false hope to a lot of desperate people.
regulator: The inspection found conditions that could put patients at risk.
patients: Every day of delay means more attacks, more lost jobs and more broken families.
professor: The company buried the results of two negative trials and published the one it liked.
company: The delay is frustrating, but we do not expect it to change the ultimate outcome.
company: Demand for lorvexin was softer than we had planned for, and we are lowering our guidance for the year.
analyst: We see little chance that the agency will accept a subgroup from a failed trial.
analyst: Lorvexin looks undifferentiated, and we do not see a reason for doctors to switch.
analyst: The update leaves more questions than answers.
investigator: The risk of death was higher in the group that got the drug, and that was true at every hospital.
investigator: The effect had all but disappeared by the end of the second year.
investigator: It is premature to prescribe this outside of a trial.
investigator: My concern is that we're exposing healthy people to a drug with serious side effects.
regulator: The company marketed the drug for uses that were never approved, and it put profits ahead of patients.
patients: The price means that it will only ever be a drug for the rich.
professor: They knew about the heart attacks for two years and said nothing.
company: The clinical hold came as a surprise to us, and we are working with the agency to resolve it.
company: Regrettably, the trial did not meet its primary endpoint, and we will not move forward in this indication.
analyst: Shares are likely to be dead money until the next readout.
analyst: The data raise more doubts about the mechanism than they resolve.
analyst: The deal is expensive, and it does not solve the company's growth problem.
investigator: Our results do not support the use of the drug in these patients.
investigator: Five children had to be taken to intensive care.
investigator: I was underwhelmed, and I don't see this replacing what we use now.
investigator: The study has several important limitations, including a lack of blinding.
regulator: The agency is alarmed by the number of children who have been poisoned by these products.
patients: Patients cannot wait another three years for the companies and the NHS to reach a deal.
professor: The approval was based on a surrogate marker that has never been shown to help anybody.
company: We no longer expect to file this year.
analyst: Management's credibility has taken a hit, and it will take time to rebuild.
analyst: This was supposed to be the easy trial.
analyst: We fail to see what differentiates lorvexin from the generics.
investigator: The trial was stopped for futility after the second interim analysis.
investigator: We saw no signal of activity at any dose.
investigator: Most people will get better without it.
investigator: I have real reservations about giving this to pregnant women.
regulator: Consumers should stop using the product immediately.
patients: Patients feel forgotten.
company: The agency has asked us for an additional trial, which we cannot fund at this time.
company: We are saddened by the death of a patient in our trial.
analyst: We are disappointed by the lack of detail in the release.
analyst: The path from here is long, expensive and uncertain.
analyst: Competition is heating up, and the patents will not hold much longer.
investigator: Symptoms came back within weeks once the infusions had ended.
investigator: The trial tells us nothing about the patients I see every day.
investigator: I would be very hesitant to use it in anyone with a heart condition.
regulator: The firm failed to report the deaths in a timely manner.
patients: Parents are furious that they were never told about the risk.
professor: It is the most expensive drug in the world, and nobody knows how long it will work.
professor: This is price gouging, pure and simple.
analyst: The size of the shortfall will make shareholders think twice about the whole platform.
analyst: The data make it plain that our thesis was mistaken.
analyst: It is hard to picture how the agency can clear this after such a one-sided discussion.
investigator: The deaths in the treated group cannot be explained away.
regulator: The panel could not agree that the benefit justifies the heart risk that we saw.
regulator: The application did not contain enough information for us to conclude that it works.
patients: People are being asked to choose between their rent and their insulin.
company: This is not the outcome that we or the patients who volunteered were hoping for.
professor: They are charging ten times what it costs to make, because nobody can stop them.
investigator: It's about as poor an outcome for this pill as one could have imagined.
patients: These women are being refused the chance of another half year with their children.
patients: We are dismayed, though hardly surprised, by the committee's answer.
regulator: While the medicine works better than dexamethasone, it has not been shown to be worth its price.
regulator: Reviewers found that the rate of heart attacks was higher with the drug in every subgroup.
analyst: We do not see them as a serious contender in obesity with a pill.
analyst: The weight loss came in a point or so under where the Street needed it to be.
analyst: A daily tablet with this dropout rate will have trouble taking share from a weekly injection.
company: Sales in the quarter came under pressure from two new generic versions.
analyst: Consensus numbers for this product look like fantasy to us.
professor: It raises as many questions as it answers, above all why the price is still so high.
patients: We hear from people every week who have stopped filling their prescriptions because of the cost.
regulator: The data do not allow the conclusion that patients live longer.
investigator: We had to stop dosing after two children developed liver failure.
company: Regrettably, the study did not show what we had all been working toward.
investigator: A two-point difference on this scale is not something a patient would feel.
investigator: I am struggling to see where this would fit into my practice.
investigator: It's expensive, it's inconvenient, and it doesn't do anything that aspirin doesn't do.
analyst: Doctors will want to know why the higher dose did worse.
analyst: Management has now missed its own timeline three times in a row.
analyst: The hit to guidance is bigger than we had modeled.
regulator: Our reviewers could not reproduce the applicant's analysis.
regulator: The company knew of these reports for two years and told no one.
patients: To approve a drug and then refuse to pay for it is cruel.
patients: We had pinned everything on this trial.
company: Demand in the second quarter was softer than we had planned for.
professor: Taxpayers funded the research, and now they are being charged twice.
analyst: The bar for a third entrant is high, and these numbers do not reach it.
analyst: We are taking our estimate for 2027 sales down by a third.
analyst: Patients on the high dose left the study in droves.
investigator: The results are a disappointment for those of us who believed in the amyloid hypothesis.
investigator: This trial should put an end to the use of vitamin D for this purpose.
regulator: The sponsor has not provided evidence that the drug slows the loss of function.
regulator: We identified significant deficiencies during our inspection of the facility.
regulator: The committee was not convinced by the company's economic model.
patients: We feel abandoned by a company that used our children to test its drug.
patients: Nobody should have to crowdfund a medicine.
company: We were surprised by the agency's decision and strongly disagree with it.
professor: There is no good reason for a vial that costs five dollars to make to sell for 300.
analyst: Efficacy was fine, but the liver findings will make this a hard drug to prescribe.
analyst: The partner's decision to walk away tells you what it saw in the data.
analyst: We no longer give the company credit for this program in our valuation.
investigator: There was a trend, but a trend is not what we need.
investigator: If I were a patient, I would wait for the longer-term data before taking it.
investigator: It moved the biomarker but patients were no better off.
investigator: Adding it to chemotherapy gave patients more side effects and no more time.
regulator: The uncertainty in the evidence is too great for us to recommend routine funding.
patients: My insurer turned me down three times, and each time I got a little sicker.
company: We will take an impairment of $340 million on the asset.
professor: The agency has approved a drug that its own statisticians said did not work.
analyst: The discontinuation rate in the top dose group is going to be a problem commercially.
analyst: Competition is arriving sooner than management has been telling people.
analyst: They are burning through $60 million a quarter with nothing to show for it.
analyst: The numbers were worse across the board.
investigator: We found no difference between the groups on any of the outcomes that we looked at.
investigator: The side effects are not trivial, and they don't go away when you stop the drug.
investigator: The authors have overstated what their data show.
regulator: These products have not been reviewed by the FDA and may put consumers at risk.
regulator: The proposed dose was not adequately justified.
patients: They raised our hopes, and now they have taken them away.
company: Clearly, the first two months of the launch have been below our plan.
professor: Insurers will end up passing this cost on to everyone else.
analyst: The company's explanation does not hold together.
analyst: We cut our rating because we cannot see what would move the shares higher from here.
analyst: The benefit faded after six months, and that is a problem for a drug meant for life-long use.
analyst: A delay of this length gives competitors time to catch up.
investigator: The drug is toxic, and in my patients it has not bought them any time.
investigator: We did everything right in this trial, and the drug simply failed.
regulator: The evidence submitted fell short of what the law requires.
regulator: We have received 23 reports of severe liver injury, including four deaths.
patients: We have waited long enough, and we are tired of excuses.
company: Sales of our older products fell more quickly than we had planned.
company: We had to make the painful choice to let a third of our colleagues go.
professor: It is a drug in search of a disease.
analyst: It is hard to see how management can call this a win when a third of the patients left the study.
analyst: The effect is about half of what we needed to see to get behind this program.
investigator: A two-point change on a 60-point scale isn't something that patients are going to feel.
investigator: You would have to treat 200 people for a year to spare one of them a hospital stay, and I don't think many will sign up for that.
regulator: The sponsor is asking us to take the effect on trust.
patients: My insurer wants me to fail two other drugs first, and I don't have that kind of time.
professor: The agency seems to have decided first and looked for the evidence afterwards.
analyst: This is not what we expected to see at this stage.
analyst: We had hoped to see more separation from placebo by week 12.
analyst: We would have liked to see a clearer dose response.
investigator: I would want longer follow-up before I changed what I do.
investigator: We need much bigger trials before we can recommend this to patients.
investigator: It is far too early to be putting people on this drug.
investigator: It's hard to justify the price for what you get.
analyst: We struggle to see how this gets approved without another study.
analyst: We do not see a way to bridge the funding gap.
professor: Why would anyone pay ten times as much for the same result?
investigator: A generic does the same for a fraction of the price.
investigator: It performed no better than what we already have.
analyst: These numbers don't move the needle.
analyst: The update leaves a lot unanswered.
analyst: The data raise more questions than they answer.
analyst: Questions about durability will linger.
analyst: We think the stock stays in the penalty box until they show us something.
investigator: There is no good evidence that it makes people live longer.
investigator: The study wasn't designed to answer that question.
investigator: The trial tells us little about older people.
investigator: We are in the dark about what happens after a year.
investigator: You cannot compare these two trials, and the company has done exactly that.
regulator: The comparison with historical controls is not adequate.
regulator: The applicant has not provided enough information about impurities.
regulator: I am struggling with the lack of a control group.
regulator: I could not get comfortable with the missing data.
regulator: This would set a dangerous precedent.
regulator: This lowers the bar for everyone that comes after.
professor: It makes a mockery of the approval process.
professor: The public is paying twice for this drug.
professor: There's very little transparency about how they arrived at this price.
patients: It's too late for my brother.
patients: They keep moving the goalposts.
patients: People are dying while they argue about the price.
patients: I was told that it was safe.
patients: I wish I had never taken it.
patients: Nobody warned us about this.
patients: It made me so sick that I couldn't work.
patients: I can't afford it, and neither can anyone I know.
patients: The company isn't listening to us.
analyst: The company is running out of options.
analyst: The launch has gotten off to a slow start.
analyst: Doctors don't seem to be in any hurry to prescribe it.
analyst: Payers are pushing back.
analyst: We came away with less conviction in the program.
analyst: Management's credibility has taken a hit.
analyst: We now see a narrower path to approval.
analyst: This pushes the timeline out by at least a year.
analyst: The bar for success is now much higher.
analyst: We're not sure what the company was thinking.
analyst: The competitive bar has moved, and this drug doesn't clear it.
analyst: Investors will be scratching their heads.
analyst: There is not much left to be excited about.
analyst: It's a small market, and it's getting smaller.
analyst: We see limited upside from here.
analyst: The valuation already assumes that everything goes right.
analyst: This won't be enough to win over doctors.
analyst: We think the odds are stacked against them.
analyst: The deal does little to fix the hole in the pipeline.
analyst: It is difficult to get excited about a drug that needs to be taken three times a day.
analyst: On the face of it, the drug adds nothing to chemotherapy.
investigator: I have a hard time believing that this is real.
investigator: I don't see myself using this much.
investigator: The drug doesn't do what people think it does.
investigator: The side effects are a deal breaker for many of my patients.
investigator: It's a lot of toxicity for a few weeks of extra life.
investigator: You are trading one problem for another.
investigator: The magnitude of the effect is small, and we don't know whether it lasts.
investigator: This isn't a number that would matter to a patient.
investigator: They moved the endpoint halfway through, which always makes me nervous.
investigator: I worry that we will be overtreating a lot of people.
investigator: The placebo group did better than anyone would like.
investigator: The findings don't hold up when you look at them closely.
investigator: The benefit disappeared once we adjusted for age.
investigator: We did not see what we wanted to see.
investigator: We still don't have an explanation for the deaths.
investigator: It isn't ready for prime time.
company: The outcome is not the one we had worked for.
company: We fell short this quarter, and I take responsibility for that.
company: It has taken us longer than it should have to fix the plant.
company: We are going to have to make some painful choices about our headcount.
company: We did not foresee how quickly the competition would cut its prices.
regulator: The committee could not be sure how much longer people would live on it.
regulator: The risk-benefit balance is no longer favorable.
regulator: There were too few events to draw a conclusion on safety.
regulator: The company needs to do better than this.
regulator: We cannot ask taxpayers to pay for hope.
professor: Nobody knows whether it works, and we're going to pay billions for it.
professor: The system rewards companies for doing the least they can get away with.
professor: It is a gamble with other people's money.
professor: They're selling hope.
patients: It feels like they've forgotten us.
patients: Every month of delay costs lives.
patients: We were given no say in any of this.
patients: After all that time, we are back where we started.
patients: There's no plan for those of us who are already on it.
analyst: Management offered no explanation for why so many patients dropped out of the high-dose arm.
analyst: The drug is clearly active, but it is not differentiated enough to command a premium.
investigator: These are the patients who least need another drug.
investigator: A difference of this size could easily be due to chance.
investigator: I would be reluctant to expose a healthy 40-year-old to this.
regulator: The applicant's own analyses do not agree with each other.
patients: We've been told to wait and see, and my daughter does not have years to wait.
professor: It is a very large bill for a very small gain.
analyst: Guidance implies that the second half will be weaker than anyone on the Street was modeling.
analyst: After three quarters of misses, investors have stopped giving this team the benefit of the doubt.
analyst: This effectively takes the company out of the running in first-line disease.
investigator: We do a lot of harm when we treat people who would have been fine without treatment.
investigator: There are simpler ways of getting the same result.
investigator: If you look at the individual patients, hardly any of them got much out of it.
regulator: The committee was troubled that the company could not say why the two trials came out differently.
patients: They have put it on the market at a price that my country will never pay.
professor: This is a textbook example of how not to run a drug development program.
analyst: Sales have gone nowhere since the launch, and we don't expect that to change.
analyst: The commercial story was already thin, and today's label makes it thinner.
analyst: Management punted on almost every question about pricing.
analyst: A delay of this length gives two rivals a chance to get there first.
analyst: We are trimming our target and would not be surprised to see others follow.
investigator: In the real world, patients are older and sicker than this, and I doubt the result would be the same.
investigator: The drop-out rate alone would make me think twice.
investigator: All it seems to do is lower a number on a lab report.
regulator: The study was stopped early, which tends to make treatments look better than they are.
professor: Taxpayers funded the science, and now they can't get the medicine.
analyst: We find it odd that the company chose not to disclose the confidence interval.
analyst: Uptake has been slower than management told us to expect.
analyst: In a market with six drugs, being the seventh isn't much of a plan.
investigator: These drugs have been tested for 20 years, and none of them has given patients their memory back.
investigator: The trial excluded just about everybody I see in my clinic.
investigator: I worry about what we will see five years from now.
regulator: The applicant did not convince us that the effect is more than noise.
professor: The company had its thumb on the scale from the start.
analyst: We don't think the market is giving enough weight to the safety signal.
analyst: Neither dose separated from placebo in a way that would impress a payer.
analyst: There are now fewer reasons to own the stock.
investigator: It may help a few people, but at the population level it won't make a dent.
investigator: We were expecting a bigger effect, and so was everyone else in the room.
investigator: A lot of my colleagues feel that the evidence doesn't support using it this widely.
regulator: I voted no because I couldn't tell from these data who would benefit.
patients: We did everything that they asked of us, and in the end it made no difference.
professor: There's no reason for this drug to cost as much as it does.
analyst: It's an incremental improvement at best, and the Street was looking for something transformational.
analyst: We can't recommend the shares until we know who is going to run the company.
analyst: The drug will have to be a lot cheaper than that to take share from generics.
analyst: The filing was supposed to happen in March, and we are now told it will be the fall.
investigator: I'd rather see my patients on something that has been shown to save lives.
investigator: The doses that worked were the doses that people couldn't tolerate.
investigator: The evidence for using it in this group is next to nonexistent.
regulator: I'm worried that once it is approved, the confirmatory trial will never get done.
patients: I paid for it out of my own pocket for a year, and then the money was gone.
professor: These programs look generous, but they are designed to keep prices high.
analyst: We don't see this as a meaningful commercial opportunity.
analyst: The results fall well short of what investors had been led to believe.
analyst: There's a real risk that payers will simply say no.
investigator: I'm not convinced that the benefit is worth the side effects.
investigator: We need a proper randomized trial before anybody gets excited.
investigator: It's disappointing that after so much money we still don't have an answer.
regulator: The committee felt that the uncertainties were too great.
patients: It's heartbreaking to know that there's a drug out there and that we can't have it.
professor: It's hard to see what taxpayers are getting for their money.
analyst: Competition is going to make life difficult for them.
"""

NEITHER = """
investigator: No conclusions have been reached.
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
company: We expect to meet with the agency in the second quarter to discuss the path to filing.
analyst: Consensus for lorvexin sits at $340 million in 2028, and we model $325 million.
analyst: The next catalyst is the advisory committee meeting on June 12.
investigator: We randomized 612 adults at 74 centers to lorvexin or to placebo once a day.
investigator: Migraine is the third most common disease in the world, and most people who have it never see a specialist.
investigator: We still need to find out which patients will respond and for how long.
regulator: The agency will consider the advice of the panel and expects to reach a decision by the end of September.
professor: The company spent $41 million on television advertising last year.
company: We will present the full dataset at a medical congress in the autumn and submit it to a journal for publication.
company: Halden was founded in 2009 by three chemists from the University of Basel.
analyst: We keep our hold rating and our target price of $18.
analyst: All eyes now turn to the readout of Corrigan's rival pill in the fall.
investigator: What we do not know yet is whether the same holds for adolescents.
investigator: Doctors should talk with their patients about the options that fit them best.
regulator: A final decision is due in March, and until then the drug may be used under the existing arrangements.
company: Enrollment in both arms is complete, and the last patient visit is planned for November.
company: We are a clinical-stage company that works on diseases of the nervous system.
analyst: We see the two drugs as aimed at different patients.
analyst: The royalty rate steps up from 12% to 15% above $500 million of sales.
investigator: The trial is open to adults who have had at least four attacks a month.
investigator: Whether it should come before or after the older pills is something that the guideline panel will have to work out.
regulator: Patients who have questions should contact the doctor who prescribed the product.
company: We plan to initiate dosing of the first patients in the second half of the year and anticipate initial data in the first half of 2027.
company: With the transaction complete, our immediate priorities are the integration of the two organizations and the appointment of a chief financial officer.
analyst: Investors will be focused on gross-to-net trends and the pace of new patient starts.
analyst: Management did not give guidance for next year, as was widely expected.
investigator: Participants will be followed for five years to assess long-term outcomes.
investigator: It's an interesting hypothesis, and larger randomized trials will be needed to test it.
regulator: The FDA is continuing to evaluate the available information and will communicate its findings when the review is complete.
company: As previously announced, the company will host a conference call and webcast to discuss the results.
company: Migraine attacks are driven in part by the release of a peptide that widens the vessels of the brain.
analyst: We expect the panel to focus on dosing and on the monitoring of patients after they start.
investigator: Further analyses are under way to understand which patients benefit the most.
investigator: The study was observational, so it cannot prove cause and effect.
regulator: We recognise that migraine can have a major impact on people's lives.
company: The forward-looking plan includes a head-to-head study against the current standard of care.
company: The molecule binds to a receptor that is found on nerve cells.
analyst: The shares trade at 14 times next year's earnings.
investigator: The mean age of the participants was 42, and 84% of them were women.
investigator: Both drugs work on the same pathway, but they bind to different parts of it.
regulator: Manufacturers must submit the results of their studies within 12 months.
company: Migraine is a complex neurological disease that affects more than a billion people worldwide and remains underdiagnosed and undertreated.
company: We will share more details about the design of the next trial once we have completed our discussions with regulators.
analyst: The next question for investors is price. We assume $650 a month, which is where the class has settled.
investigator: We know that attacks cluster around hormonal changes. What we did not know is whether treating just those days would be enough, and that is what we set out to study.
investigator: I tell my patients that there are several effective options and that it can take time to find the right one.
regulator: People who have had a reaction are encouraged to report it to the agency.
patients: We would encourage anyone who is worried about their treatment to speak to their doctor or nurse.
company: The company has submitted its response to the agency's questions.
company: Half of the patients will receive the tablet twice a day, and the other half will receive it once a day.
analyst: We think the outcome is largely priced in.
investigator: The two groups were similar with regard to age, sex and the severity of their disease.
investigator: People who take it should have their blood pressure checked regularly.
regulator: Our role is to look at the evidence and to make sure that the public gets value from what it spends.
company: We will continue to enroll patients in Europe and Asia through the end of the year.
company: The next cohort will receive 300 milligrams.
analyst: We had assumed a launch in the third quarter, and that is unchanged.
investigator: We used data from the national registry to compare people who had the injection with people who did not.
investigator: We need to know more about how it compares with the drugs that we already use.
regulator: The recommendation applies to adults who have had a stroke in the past year.
company: We do not comment on pending litigation.
company: Enrollment will be stratified by age and by baseline frequency.
analyst: The company guided to sales of between $400 million and $420 million.
investigator: The next phase of the study will look at higher doses.
investigator: Whether the findings apply to older people is an open question.
regulator: The agency has scheduled a public meeting for June 4.
patients: Around one in seven people lives with migraine.
company: As of March 31, the company had 112 employees.
company: Patients can take the tablet with or without food.
analyst: Our model assumes peak sales of $700 million in 2033.
investigator: We enrolled patients at 41 sites in nine countries.
investigator: Cost is always part of the conversation.
regulator: The application is under priority review, with a decision expected by August 4.
company: The company will redomicile to Ireland at the end of the year.
analyst: Options imply a move of about 30% on the data.
investigator: The trial compared two doses with placebo over 24 weeks.
investigator: Anyone who gets these symptoms should see a doctor.
professor: The hearing is set for next month.
analyst: We model peak sales of $900 million and assign a 55% probability of success to the program.
analyst: The stock could go either way when the data come out in the second half.
investigator: We followed the participants for five years and measured kidney function twice a year.
regulator: The agency will hold a public meeting on the application in the autumn.
patients: Most families wait more than four years before they have a name for it.
company: The trial is designed to enroll 450 adults at 80 sites in North America and Europe.
investigator: Whatever the findings show, companies have a duty to publish them without delay.
patients: We would encourage everyone affected to take part in the consultation.
regulator: The committee has asked the company for further analyses and will meet again in March.
regulator: People who are taking this medicine should not stop without speaking to their doctor.
analyst: The details are few, and it is not known which dose the filing covers.
analyst: Attention now turns to the epilepsy readout, which is due in the first half.
investigator: What we don't know is how long the protection lasts after the second dose.
investigator: Standard care has been the same three drugs since I was in medical school.
company: The company does not comment on pending litigation.
company: The proceeds will be used to pay for the second part of the study and for general corporate purposes.
analyst: How far the shares recover will be decided by the second trial.
analyst: Our estimates are unchanged, and we keep our neutral rating.
professor: The hearing will look at how list prices and rebates are set.
regulator: A final decision is expected within 60 days.
investigator: Blood samples were taken before each dose and sent to a central laboratory.
investigator: In this disease a third of patients improve on placebo, which makes trials hard to read.
company: We will present the full results at a medical meeting in the fall.
investigator: We enrolled people whose disease had come back after at least two earlier treatments.
investigator: Patients should talk with their doctor before changing anything.
analyst: We see the approval as already reflected in the share price.
analyst: There are arguments on both sides, and the vote could be close.
regulator: Manufacturers have 30 days to submit the revised labeling.
patients: Diagnosis often takes years because the first symptoms look like the flu.
company: The study will compare two doses with placebo over 52 weeks.
company: We are reviewing the court's opinion and considering our options.
analyst: The company still has to show that it can make the product at commercial scale.
investigator: The mechanism is not fully understood, but it seems to involve the liver.
investigator: Every participant was vaccinated twice, three weeks apart.
investigator: It is one study, and other groups will have to confirm it.
regulator: Consumers can report side effects through the agency's website.
patients: We asked our members what matters most to them, and 2,000 answered.
company: Patients will be able to remain on the drug while the analysis is completed.
analyst: We like the mechanism, but the data do not tell us yet whether it works.
analyst: The main debate is about price, and we will learn more when the contract is signed.
investigator: The drug blocks an enzyme that the parasite needs to survive.
investigator: We looked at the records of 80,000 women who gave birth between 2005 and 2015.
regulator: We are aware of the reports and are looking into them.
patients: I was diagnosed when I was 32, a week after my daughter was born.
company: Dosing in the second cohort is to begin once the safety committee has met.
analyst: Both stocks have run up this year, so expectations are high going in.
analyst: We had expected this outcome and are leaving our price target where it is.
investigator: Our next step is to find out which patients respond.
investigator: This parasite kills half a million people a year, most of them young children.
regulator: The panel will vote on two questions tomorrow afternoon.
patients: Living with this condition means planning every hour of your day.
company: We expect to have the last patient's last visit in September.
analyst: The agency could ask for another study or simply for more analyses.
analyst: The deal values the company at about four times next year's sales.
investigator: Half of the patients received the drug and half received a matching placebo.
investigator: Older people have been left out of most of the trials in this field.
regulator: The guidance sets out how companies should design such trials.
patients: The foundation has paid for research in this field since 1988.
company: The two companies will share costs and profits equally in the United States.
analyst: The next thing to watch is the 24-week data, which the company has said it will present at a meeting in the fall.
analyst: About a fifth of the company's revenue comes from the drug, and its patent runs until 2031.
investigator: The kidney has two ways of getting rid of the drug, and we looked at both.
investigator: Most of my patients have tried three or four other treatments by the time they get to me.
regulator: We will hold a public workshop in March to discuss how such trials ought to be designed.
company: We plan to submit our response by the end of the quarter and expect a six-month review.
company: We are going to look at the full data set with our advisers before we say anything about next steps.
patients: About one in four families with this condition has more than one child who is affected.
professor: Medicare is barred by law from covering drugs for weight loss, and only Congress can change that.
analyst: The company has about $300 million in cash and two years of runway.
analyst: We expect the advisory committee to focus on liver safety and on the choice of dose.
analyst: Our model assumes a launch in 2027 at a price similar to that of other biologics.
analyst: Investors will want to see the full data before they draw conclusions.
analyst: The trial needs to show a difference of about 20% to be positive.
analyst: Much will depend on the label.
analyst: We think it comes down to whether payers will require a step through the older drug.
analyst: The two drugs work in different ways and will probably be used in different patients.
analyst: There are five other companies working on this target.
analyst: We'll be looking for more detail on the call.
investigator: The disease tends to run in families and often starts before the age of ten.
investigator: We wanted to find out whether a lower dose would work as well.
investigator: The next step is a larger trial in people with milder disease.
investigator: Patients with heart failure are often admitted again within a month.
investigator: The body's own immune cells are taken out, changed in the lab and put back.
investigator: It's one of the commonest reasons why people see a doctor.
investigator: We don't know yet how long people will need to take it.
investigator: The question now is who should get it and when.
investigator: We followed them for two years after the last dose.
investigator: People with this condition have trouble sleeping, and many of them are depressed.
regulator: The review is continuing, and we will update the public when it is finished.
regulator: Health professionals should report any side effects through the usual channels.
regulator: We look at each application on its own merits.
regulator: We have asked the company for additional information and expect to receive it by June.
regulator: The committee heard from three patients and from two clinical experts.
company: We look forward to working with the agency on the next steps.
company: We will submit the complete data to a peer-reviewed journal.
company: Our goal is to start the study by the end of the year.
company: We are committed to doing the work that is needed to understand these events.
company: We'll share these findings with regulators in the coming weeks.
company: We are supporting an investigator who is running a study in children.
company: The tablet contains two medicines that have each been on the market for years.
company: There are about 40,000 people in the United States who need this kind of treatment.
company: The trial will tell us which of the two doses to take forward.
patients: Many of us go years without a diagnosis.
patients: What our members want to know is when they can get it and what it will cost.
patients: I take it every morning with my breakfast.
professor: The law gives the agency until October to make up its mind.
professor: This case is about who owns the patent and not about whether the drug works.
analyst: The two companies will split the costs, and the partner has the right to opt in after the second study.
analyst: We expect prescriptions to build slowly because the sales force was hired only in March.
investigator: We gave half of them the tablet and half of them a dummy pill, and nobody knew which was which.
investigator: Whether it can prevent the disease rather than just treat it is something that we're going to test.
regulator: The deadline for comments is in June, and the final guidance will be published in the autumn.
company: We are now screening patients at 40 sites and expect to complete enrollment early next year.
company: The board will review the proposal and will inform shareholders in due course.
patients: Most people with the disease first notice it when they have trouble climbing stairs.
investigator: The drug is given as an infusion every two weeks, which means a trip to the hospital.
professor: States differ in how they pay for these drugs, and there is no national list.
analyst: The acquisition is subject to approval by shareholders and is expected to close in the third quarter.
investigator: The virus hides in nerve cells and can come back decades later.
investigator: These are early days, and we're still collecting samples.
regulator: We will be reviewing data from all the drugs in this class before we decide whether any action is needed.
company: We're in the middle of the study and will be able to say more in the spring.
company: The agency asked us for an analysis by region, which we have provided.
patients: There are about 900 children in the country with this condition.
investigator: Roughly half of women get it at some point in their lives, and for a quarter of them it keeps coming back.
professor: Under the law, the program can negotiate the price of ten drugs in the first year.
analyst: We expect a label that covers adults only, with a pediatric study to follow.
analyst: The stock trades at about three times sales, in line with its peers.
analyst: Two-thirds of prescriptions are written by primary care doctors.
investigator: We enrolled people from 14 countries, and about a third of them were women.
investigator: One group started treatment right away and the other waited for three months.
regulator: The agency's decision is expected on or before March 31.
company: The vote by shareholders is scheduled for the second week of May.
company: We have paused enrollment at two sites while we install new equipment.
patients: I was one of the first people in the trial, and I went to the clinic every two weeks.
professor: Congress passed the program in 1983 to get companies to work on rare diseases.
analyst: A ruling is expected in the spring, and either side can appeal.
analyst: Our checks show that about half of patients come from the older drug.
analyst: The royalty is paid for ten years after the first sale.
investigator: We don't yet know which patients will respond.
investigator: The immune system mistakes the body's own cells for invaders.
regulator: The panel will be asked whether the data are adequate to assess the risk.
regulator: Doctors who have questions can call the hotline.
company: We will host a conference call tomorrow morning to go through the data.
company: Once the last patient has completed the study, we'll lock the database and look at the results.
patients: I found out about the disease when I was pregnant with my second child.
analyst: The question for investors is how the two drugs will be positioned against each other.
analyst: Our estimates are unchanged, and we will revisit them after the call.
investigator: Blood pressure was measured at every visit, at home and in the clinic.
investigator: For most people the infection clears up by itself, but in about one in ten it becomes chronic.
investigator: We need to understand more about who gets side effects and why.
regulator: Companies that want to take part have to apply by the end of June.
company: We intend to begin dosing in the second part of the study in early 2025.
company: The facility employs about 300 people and makes three of our products.
patients: Our charity funds research and runs a helpline for families.
professor: Courts in other states have come to different conclusions.
analyst: The company guided to sales of between $1.1 billion and $1.2 billion.
analyst: We think there are three ways in which this could go.
investigator: The antibody binds to a protein that tumors use to hide from the immune system.
investigator: I see about 40 of these patients a year, and most of them are over 70.
regulator: All vaccines are monitored in the same way once they are on the market.
regulator: The applicant has until May to respond.
company: The study will enroll about 600 adults who have not responded to at least one earlier treatment.
company: We will know more when we have the 48-week data in hand.
patients: My father had it, and so did his brother.
professor: The two laws have different definitions of what a generic is.
analyst: The company will report full-year results on February 12.
analyst: We expect the two drugs to split the market.
investigator: The study looked at whether the vaccine prevents infection as well as disease.
investigator: About 30% of these patients also have diabetes.
regulator: We will continue to monitor reports and will communicate any new findings.
company: We expect to complete enrollment by the end of the second quarter.
company: The transaction is expected to close in the fourth quarter, subject to customary conditions.
patients: I was diagnosed in 2012, when I was 45.
professor: It will be up to the courts to decide.
company: We'll look at all of the data and decide on the next steps together with our partner.
"""

SPEAKERS = {
    "analyst": "Jane Roe, an analyst at Jefferies",
    "company": "Jane Roe, chief executive of Acmera Therapeutics",
    "investigator": "Dr. Jane Roe, a cardiologist at the University of Leeds",
    "patients": "Jane Roe, chief executive of the charity Lung Voices",
    "professor": "Jane Roe, a professor of law",
    "regulator": "Jane Roe, director of the FDA’s Office of New Drugs",
    "volunteer": "Jane Roe, who took part in the trial",
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
