/** Starts the gallery: every part in every state, for a test that looks at it. Built with `--mode gallery`, never shipped. */
import { mount } from 'svelte';
import '../pages/theme.svelte';
import '../styles/fonts.css';
import '../styles/tokens.css';
import '../styles/base.css';
import './gallery.css';
import Gallery from './Gallery.svelte';

const target = document.getElementById('app');
if (target) mount(Gallery, { target, props: { shows: new URLSearchParams(location.search).get('show') ?? 'parts' } });
