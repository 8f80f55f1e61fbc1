-- one row per kind (first_purchase since the first visit, second_purchase since the first) and dimension: whether its values of enough users differ in the time to the purchase
select
    kind,
    dimension,
    compared_values,
    users,
    chi_square,
    degrees_of_freedom,
    p_value,
    corrected_p_value
from analysis.survival_tests
order by kind, dimension
