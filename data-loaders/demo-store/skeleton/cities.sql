-- one row per city, with its weight
select cast(row_number() over (order by country, city) as integer) as city_no, country, city, weight
from (
    values
        ('US', 'New York', 74), ('US', 'Los Angeles', 52), ('US', 'Chicago', 38), ('US', 'Houston', 30),
        ('US', 'Phoenix', 22), ('US', 'Washington, D.C.', 24), ('US', 'Seattle', 26), ('US', 'Coeur d''Alene', 6),
        ('US', 'O''Fallon', 7), ('CA', 'Toronto', 30), ('CA', 'Montréal', 20), ('CA', 'Vancouver', 16),
        ('GB', 'London', 62), ('GB', 'Manchester', 26), ('GB', 'Birmingham', 24), ('GB', 'Glasgow', 16),
        ('GB', 'Stoke-on-Trent', 8), ('DE', 'Berlin', 40), ('DE', 'Hamburg', 26), ('DE', 'München', 30),
        ('DE', 'Köln', 22), ('DE', 'Frankfurt (Oder)', 4), ('FR', 'Paris', 42), ('FR', 'Lyon', 18),
        ('FR', 'Marseille', 16), ('FR', 'Saint-Étienne', 7), ('PL', 'Warszawa', 26), ('PL', 'Kraków', 16),
        ('PL', 'Łódź', 10), ('NL', 'Amsterdam', 20), ('NL', 'Rotterdam', 14), ('NL', '''s-Hertogenbosch', 6),
        ('ES', 'Madrid', 26), ('ES', 'Barcelona', 24), ('ES', 'A Coruña', 6), ('IT', 'Milano', 20),
        ('IT', 'Roma', 20), ('SE', 'Stockholm', 14), ('SE', 'Malmö', 8), ('CH', 'Zürich', 12)
) as listed(country, city, weight)
