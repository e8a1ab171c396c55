"""Organisations and persons: by their own words, by what stands beside them, by short names; and what is none."""

from __future__ import annotations

import pytest

ORGANIZATIONS = [
    ("Acmera Therapeutics reported results.", ["Acmera Therapeutics"]),
    ("Acmera Therapeutics, Inc. reported results.", ["Acmera Therapeutics"]),
    ("Acmera Therapeutics, Inc. (Nasdaq: ACME) fell. Acmera rose.", ["Acmera Therapeutics"] * 2),
    ("Acmera Holdings plc (“Acmera”) fell. Acmera rose.", ["Acmera Holdings"] * 3),
    ("Zuvinta (NYSE: ZUV) fell.", ["Zuvinta"]),
    ("The CEO of Zuvinta resigned.", ["Zuvinta"]),
    ("Zuvinta CEO Jane Roe resigned.", ["Zuvinta"]),
    ("Zuvinta’s head of oncology resigned.", ["Zuvinta"]),
    ("It is bad, said Morgan Keel analyst Jeff Baird.", ["Morgan Keel"]),
    ("Veridia fell. The price of Veridia is low. Veridia disputes that.", ["Veridia"] * 3),
    ("Tarrant & Boyle called it off.", ["Tarrant & Boyle"]),
    ("Laidlaw & Company is a broker.", ["Laidlaw & Company"]),
    ("Jefferies and William Blair agree.", ["Jefferies", "William Blair"]),
    ("Union Quay Capital disagrees.", ["Union Quay Capital"]),
    ("The FDA agrees with the EMA.", ["FDA", "EMA"]),
    ("The Food and Drug Administration (FDA) agreed. The FDA acted, the FDA said.", ["FDA"] * 4),
    ("She works at the University of Padua.", ["University of Padua"]),
    ("She works at the Perelman School of Medicine.", ["Perelman School of Medicine"]),
    ("She works at the Harbour Cancer Centre.", ["Harbour Cancer Centre"]),
    ("She works at the Children’s Skin Institute of Ohio.", ["Children’s Skin Institute of Ohio"]),
    ("It was the Sarcoma Patients Union.", ["Sarcoma Patients Union"]),
    ("It came from Parents for Muscle Research.", ["Parents for Muscle Research"]),
    ("LEEDS--(BUSINESS WIRE)--Brightmoor Pharma fell.", ["Brightmoor Pharma"]),
    ("Halden Oncology said so. Halden fell. Halden rose. Halden said no.", ["Halden Oncology"] * 4),
    ("The biotech Halvorn and the broker Tolk fell.", ["Halvorn", "Tolk"]),
    ("A charity, Velora Bund, was angry.", ["Velora Bund"]),
    ("The head of the Better Breathing charity was angry.", ["Better Breathing"]),
    ("The head of the British charity was angry.", []),
    ("RxVale, which pays for pills, said “no”.", ["RxVale"]),
    ("Kidney Cancer Voices said it was “appalled”.", ["Kidney Cancer Voices"]),
    ("Prosecutors said it was “appalling”.", []),
    ("But Jane Abbott said it was “appalling”.", []),
    ("The Senate Committee on Aging met.", ["Senate Committee on Aging"]),
    ("Kestrin Immune, Inc. fell. Kestrin rose.", ["Kestrin Immune"] * 2),
    ("Owen Pratt chief executive of it is not.", []),
    ("Bonnard’s Professor Jane Roe spoke.", []),
    ("Cortavel’s new sleep drug failed.", ["Cortavel"]),
    ("Tuesday’s trial and Alzheimer’s drugs failed.", []),
    ("The trial was run in Germany and Ohio.", []),
    (
        "The UK Medicines and Healthcare Products Regulatory Agency agreed.",
        ["UK Medicines and Healthcare Products Regulatory Agency"],
    ),
    ("The Australian Therapeutic Goods Administration agreed.", ["Therapeutic Goods Administration"]),
    ("The Center for Cell and Gene Therapy agreed.", ["Center for Cell and Gene Therapy"]),
    ("About Acmera Acmera Therapeutics, Inc. is small.", ["Acmera Therapeutics"] * 2),
    ("Marlow Biosciences (Marlow Bio) fell. Marlow Bio rose.", ["Marlow Biosciences"] * 3),
    ("Its cells come from Acmera AG (Berlin). It is in Berlin.", ["Acmera"]),
    ("Made by Ostrand Pharma UK for adults.", ["Ostrand Pharma UK"]),
    ("New Hope for Gout Patients. New Hope for Gout Patients.", []),
    ("Foundation AI models predict it.", []),
    ("It is in the Hsinchu Biomedical Science Park.", []),
    ("Addressing Global Health is its aim.", []),
    ("Double-Digit Growth, Company Says.", []),
    ("The maker of Keytruda (NYSE: MRK) fell.", []),
    ("The Phase 3 Trial Met Its Primary Endpoint.", []),
    ("Chief Commercial Officer Jane Roe resigned.", []),
    ("Acmera Labs, Inc. fell. Acmera rose. Acmera fell. Acmera rose.", ["Acmera"] * 4),
    ("Acmera® Therapeutics fell. Acmera Therapeutics rose.", ["Acmera Therapeutics"] * 2),
    ("Zelvora Therapeutics, Inc. (TM) fell. Its TM is known.", ["Zelvora Therapeutics"]),
    ("She works at Tuftan Medical Center. It is in Ohio, says Tuftan Medical Center.", ["Tuftan Medical Center"] * 2),
    (
        "She works at Vanderbilt University Medical Center. Vanderbilt is in Nashville.",
        ["Vanderbilt University Medical Center"] * 2,
    ),
    (
        "She works at Harbour Children’s Hospital. Harbour Children’s is small.",
        ["Harbour Children’s Hospital"] * 2,
    ),
    ("A University of Padua-based firm fell.", ["University of Padua"]),
    ("It was heard at the Ostrander Healthcare Investors Conference.", []),
    ("It is a gout pill made by Zuvinta.", ["Zuvinta"]),
    ("It is a gout pill developed by Italian doctors.", []),
    ("Jane Roe, policy manager at Breast Lumps Now, spoke.", ["Breast Lumps Now"]),
    ("Jane Roe, chief executive of Kidney Hope UK, spoke.", ["Kidney Hope UK"]),
    ("Jane Roe, vice president of Clinical Operations, spoke.", []),
    ("Jane Roe, general secretary of Unilab, spoke.", ["Unilab"]),
    ("It was told by Zuvin's daughter on Monday.", []),
    ("Mayo Clinic Launch Trial For Gout. It is good.", ["Mayo Clinic"]),
    ("Merck KGaA is not Merck & Co., and Merck fell.", ["Merck KGaA", "Merck & Co.", "Merck & Co."]),
    ("She works at the Vall d’Hebron Institute of Oncology.", ["Vall d’Hebron Institute of Oncology"]),
    ("She works at the Hôpital Lariva.", ["Hôpital Lariva"]),
]


@pytest.mark.parametrize(("text", "names"), ORGANIZATIONS, ids=lambda value: str(value)[:50])
def test_organizations(extract, text, names):
    assert [mention.organization for mention in extract("News.\n\n" + text).organizations] == names


EMPLOYERS = [
    "Toronto General Hospital",
    "Harvard T.H. Chan School of Public Health",
    "Icahn School of Medicine at Mount Sinai",
    "Children's Hospital of Philadelphia",
    "University of Texas Health Science Center at Houston",
    "Washington University in St. Louis",
    "Garvan Institute of Medical Research",
    "Istituto Nazionale dei Tumori",
    "Hospices Civils de Lyon",
    "Hospital Universitario La Paz",
    "Charité – Universitätsmedizin Berlin",
    "Tel Aviv Sourasky Medical Center",
    "Oxford University Hospitals NHS Foundation Trust",
    "Motor Neurone Disease Association",
    "Macmillan Cancer Support",
    "National Heart, Lung, and Blood Institute",
    "Leukemia & Lymphoma Society",
    "Johnson & Johnson Innovative Medicine",
    "Merck KGaA",
    "Insilico Medicine",
]


@pytest.mark.parametrize("name", EMPLOYERS)
def test_the_whole_name_of_an_employer(extract, name):
    (person,) = extract(f"News.\n\nJane Roe, a physician at {name}, spoke on Monday.").persons
    assert person.organization == name


HOUSES = [
    "Truist Securities",
    "Wolfe Research",
    "Deutsche Bank Research",
    "Maxim Group",
    "Intron Health",
    "Lake Street",
    "B. Riley",
    "Cowen & Co.",
    "Rodman & Renshaw",
    "Exane BNP Paribas",
]


@pytest.mark.parametrize("house", HOUSES)
def test_the_house_of_an_analyst(extract, house):
    (person,) = extract(f"News.\n\n“No,” {house} analyst Jane Roe wrote.").persons
    assert (person.organization, person.role) == (house, "analyst")


PERSONS = [
    ("Jane Roe resigned.", ["Jane Roe"]),
    ("Dr. Vuong Trieu resigned.", ["Vuong Trieu"]),
    ("Vuong Trieu, Ph.D., resigned.", ["Vuong Trieu"]),
    ("Vuong Trieu, chief executive of Acmera, resigned.", ["Vuong Trieu"]),
    ("Jan Eastgate, president of Acmera, resigned.", ["Jan Eastgate"]),
    ("David A Hollander, M.D., resigned.", ["David A Hollander"]),
    ("Leena D’Mello resigned.", ["Leena D’Mello"]),
    ("Dr. John Read resigned.", ["John Read"]),
    ("Jane Q. Roe resigned. Roe was 60.", ["Jane Q. Roe"] * 2),
    ("Maria van der Berg, M.D., resigned.", ["Maria van der Berg"]),
    ("Yolanda Brisbois, M.D., and Anna-Lena Roe, M.D., resigned.", ["Yolanda Brisbois", "Anna-Lena Roe"]),
    ("Jane Q. Roe resigned. Jane Roe was 60.", ["Jane Q. Roe"] * 2),
    ("It has an office in Hong Kong and one in Ann Arbor.", []),
    ("Dr. Li Wenhua wrote it. Dr. Li read it.", ["Li Wenhua", "Li Wenhua"]),
    ("It has a clinic in Winter Park, Florida, and an office in the San Francisco Bay area.", []),
    ("It will be known in May or June.", []),
    ("The Primary Endpoint was met.", []),
]


@pytest.mark.parametrize(("text", "names"), PERSONS, ids=lambda value: str(value)[:50])
def test_persons(extract, text, names):
    assert [mention.person for mention in extract("News.\n\n" + text).persons] == names


KINDS = [
    ("She works at the American College of Allergists.", "society"),
    ("She works at the Baylow College of Medicine.", "university"),
    ("She works at the Dukane Medical School.", "university"),
    ("She works at the Tuftan Medical Center.", "hospital"),
    ("She works at the Lattice Research Center.", "institute"),
    ("She works at Marlow Capital Markets.", "analyst firm"),
    ("She works at the National Organization of Rare Skins.", "association"),
    ("She works at UNIVERSITY OF PADUA.", "university"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS, ids=lambda value: str(value)[:50])
def test_kinds(extract, text, kind):
    assert [mention.kind for mention in extract("News.\n\n" + text).organizations] == [kind]


ROLES = [
    (
        "Acmera Pharma Inc. (TSE: 4599; President and CEO: Kenji Mori) has a pill.",
        "President and CEO",
        "Acmera Pharma",
    ),
    (
        "It was said by Jane Roe, a former Pfizer manager who now runs Acmera Bio.",
        "former Pfizer manager",
        "Acmera Bio",
    ),
    (
        "Jane Roe, a former FDA commissioner now at Duke University, spoke.",
        "former FDA commissioner",
        "Duke University",
    ),
    ("Its counterpart at Sanofi, Jane Roe, spoke.", "counterpart at Sanofi", "Sanofi"),
    ("Acmera Pharma’s head of medicines, Jane Roe, spoke.", "head of medicines", "Acmera Pharma"),
    (
        "It was said by Jane Roe, former head of the Lung Health Federation (LHF), dean of Padua University.",
        "former head, dean",
        "Padua University",
    ),
    ("It was said by Jane Roe of the consumer group Health Watch.", None, "Health Watch"),
    ("Acmera appoints Jane Roe to Board of Directors.", None, None),
    ("Jane Roe, a seasoned executive with over 30 years of experience, resigned.", "seasoned executive", None),
    ("Jane Roe, chief executive of Acmera Therapeutics, resigned.", "chief executive", "Acmera Therapeutics"),
    ("Acmera Therapeutics CEO Jane Roe resigned.", "CEO", "Acmera Therapeutics"),
    ("Its head of research, Jane Roe, resigned.", "head of research", None),
    ("Jane Roe, Acmera Therapeutics’ chairman and CEO, resigned.", "chairman and CEO", "Acmera Therapeutics"),
    ("Jane Roe, who heads the clinic at Padua Hospital, said so.", None, "Padua Hospital"),
    ("Dr. Jane Roe is a professor of medicine at Duke University.", "professor of medicine", "Duke University"),
]


@pytest.mark.parametrize(("text", "role", "organization"), ROLES, ids=lambda value: str(value)[:50])
def test_what_a_person_is(extract, text, role, organization):
    (person,) = extract("News.\n\n" + text).persons
    assert (person.role, person.organization) == (role, organization)
