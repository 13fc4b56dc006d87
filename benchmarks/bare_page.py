"""The peer of the finder's page: the least that a Streamlit page can do at a click."""

import streamlit as st

st.button("Again")
st.text("Nothing else.")
